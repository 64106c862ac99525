package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.approvals.AnswerRequest;
import dev.wakeful.commandcenter.approvals.Answers;
import dev.wakeful.commandcenter.approvals.NoLongerOpen;
import dev.wakeful.commandcenter.approvals.NoSuchQuestion;
import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.Events;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question on a page of its own, and the form that answers it. An answer that cannot be is said beside the question. */
@Controller
class QuestionPages {

    private final Approvals approvals;
    private final Answers answers;
    private final Events events;
    private final SignedIn signedIn;

    QuestionPages(Approvals approvals, Answers answers, Events events, SignedIn signedIn) {
        this.approvals = approvals;
        this.answers = answers;
        this.events = events;
        this.signedIn = signedIn;
    }

    @GetMapping("/approvals/{id}")
    String question(@PathVariable String id, Model model, HttpServletResponse response) {
        return page(id, HttpStatus.OK, null, model, response);
    }

    @PostMapping("/approvals/{id}")
    String answer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long quote,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String by = signedIn.person(request).map(Person::name).orElse(null);
        try {
            answers.answer(id, new AnswerRequest(answer, reason, quote, by), "");
            return BackTo.redirect(back);
        } catch (RequestRefused refused) {
            return page(id, HttpStatus.BAD_REQUEST, refused.getMessage(), model, response);
        } catch (NoLongerOpen closed) {
            return page(id, HttpStatus.CONFLICT, closed.getMessage(), model, response);
        } catch (NoSuchQuestion missing) {
            return page(id, HttpStatus.NOT_FOUND, null, model, response);
        }
    }

    private String page(
            String id, HttpStatus status, @Nullable String message, Model model, HttpServletResponse response) {
        var found = approvals.find(id, "");
        response.setStatus(found.isPresent() ? status.value() : HttpStatus.NOT_FOUND.value());
        model.addAttribute("newest", events.newestNumber());
        model.addAttribute("id", id);
        model.addAttribute("message", message);
        found.ifPresent(approval -> model.addAttribute("approval", approval));
        return found.isPresent() ? "question" : "no-question";
    }
}
