package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.people.Seal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins and ends a browser's session: by a link of the command line, or by the token itself. Looking at the page changes nothing. */
@Controller
class SignIn {

    private final Seal seal;
    private final SignedIn signedIn;
    private final Clock clock;

    SignIn(Seal seal, SignedIn signedIn, Clock clock) {
        this.seal = seal;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute(
                "named",
                seal.person(Seal.Purpose.SIGN_IN, code, clock.instant())
                        .map(Person::name)
                        .orElse(null));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String begin(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String name,
            HttpServletResponse response,
            Model model) {
        try {
            Person person =
                    seal.person(Seal.Purpose.SIGN_IN, code, clock.instant()).orElseGet(() -> byToken(token, name));
            response.addHeader(HttpHeaders.SET_COOKIE, signedIn.begin(person).toString());
            return "redirect:/";
        } catch (RequestRefused refused) {
            return RefusedPage.show(refused.getMessage(), model, response);
        }
    }

    private Person byToken(@Nullable String token, @Nullable String name) {
        if (!seal.isToken(token)) {
            throw new RequestRefused(
                    "This is not the token of this installation, or the link is older than five minutes. "
                            + "Run `wakeful sign-in` for a new link.");
        }
        return Person.of(name);
    }

    @PostMapping("/sign-out")
    String end(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, signedIn.end().toString());
        return "redirect:/";
    }
}
