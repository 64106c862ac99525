package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Seal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Who is at a browser: a sealed cookie says it, given to whoever showed the installation's token. */
@Component
class SignedIn {

    static final String COOKIE = "wakeful";

    private final Seal seal;
    private final Clock clock;

    SignedIn(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    Optional<Person> person(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie ->
                                seal.person(Seal.Purpose.SESSION, cookie.getValue(), clock.instant()).stream())
                        .findFirst();
    }

    ResponseCookie begin(Person person) {
        return cookie(seal.proof(Seal.Purpose.SESSION, person, clock.instant()))
                .maxAge(Seal.Purpose.SESSION.life())
                .build();
    }

    ResponseCookie end() {
        return cookie("").maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).sameSite("Lax");
    }
}
