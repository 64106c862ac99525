package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.Modes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice(
        assignableTypes = {
            Pages.class,
            TaskPages.class,
            QuestionPages.class,
            BudgetPages.class,
            ModeForms.class,
            TaskForms.class,
            SignIn.class
        })
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
        model.addAttribute("frame", frame(request));
    }

    private Frame frame(HttpServletRequest request) {
        @Nullable Person person = signedIn.person(request).orElse(null);
        return new Frame(modes.now(), approvals.countWaiting(), person);
    }
}
