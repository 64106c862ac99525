package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.modes.ModeRequest;
import dev.wakeful.commandcenter.modes.Stances;
import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for another mode from a page. */
@Controller
class ModeForms {

    private final Stances stances;
    private final SignedIn signedIn;

    ModeForms(Stances stances, SignedIn signedIn) {
        this.stances = stances;
        this.signedIn = signedIn;
    }

    @PostMapping("/mode")
    String ask(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String by = signedIn.person(request).map(Person::name).orElse(null);
        try {
            stances.ask(new ModeRequest(mode, null, reason, by));
            return "redirect:/#stance";
        } catch (RequestRefused refused) {
            return RefusedPage.show(refused.getMessage(), model, response);
        }
    }
}
