package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Seal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives whoever has the token a link with which a browser signs in. */
@RestController
class SignInApi {

    private final Seal seal;
    private final Clock clock;

    SignInApi(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    @PostMapping("/api/sign-in")
    Link link(@RequestBody Who who) {
        Instant now = clock.instant();
        Person person = Person.of(who.by());
        String code = seal.proof(Seal.Purpose.SIGN_IN, person, now);
        return new Link(
                Base.ofRequest() + "/sign-in?code=" + code, person.name(), now.plus(Seal.Purpose.SIGN_IN.life()));
    }

    record Who(@Nullable String by) {}

    record Link(String url, String by, Instant until) {}
}
