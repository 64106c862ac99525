package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.pages.Wording;
import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.Modes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page its frame, and says on a page what a form asked for that cannot be. */
@ControllerAdvice(
        assignableTypes = {
            Pages.class,
            TaskPages.class,
            QuestionPages.class,
            BudgetPages.class,
            ModeForms.class,
            SignIn.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class Framing {

    private final Modes modes;
    private final Approvals approvals;
    private final SignedIn signedIn;

    Framing(Modes modes, Approvals approvals, SignedIn signedIn) {
        this.modes = modes;
        this.approvals = approvals;
        this.signedIn = signedIn;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAttribute("say", new Wording());
        model.addAttribute("frame", frame(request));
    }

    @ExceptionHandler
    ModelAndView refused(RequestRefused refused, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        ModelAndView page = new ModelAndView("refused");
        page.addObject("say", new Wording());
        page.addObject("frame", frame(request));
        page.addObject("message", refused.getMessage());
        return page;
    }

    private Frame frame(HttpServletRequest request) {
        @Nullable Person person = signedIn.person(request).orElse(null);
        return new Frame(modes.now(), approvals.countWaiting(), person);
    }
}
