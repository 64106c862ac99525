package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Presence;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.people.Seal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notices people (MODE-6): a page that a signed-in person went to themselves, a form or a click of theirs, a command that says whose it is.
 * The live stream, a page that renews itself, a picture in somebody else's page and programs are no signs of life; nor is a refused
 * request.
 */
@Component
@Order(0)
class PresenceFilter extends OncePerRequestFilter {

    /** Who gave a command; without it, a command is a program's. */
    static final String PERSON = "X-Wakeful-Person";

    private static final Logger LOG = LoggerFactory.getLogger(PresenceFilter.class);

    private final Presence presence;
    private final SignedIn signedIn;
    private final Seal seal;

    PresenceFilter(Presence presence, SignedIn signedIn, Seal seal) {
        this.presence = presence;
        this.signedIn = signedIn;
        this.seal = seal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            notice(request);
        }
    }

    private void notice(HttpServletRequest request) {
        try {
            atTheBrowser(request).ifPresent(person -> presence.seen(person, "page"));
            atTheTerminal(request).ifPresent(person -> presence.seen(person, "command"));
        } catch (DataAccessException | TransactionException | RequestRefused e) {
            // what was asked for has been answered; the next sign of life is not far
            LOG.debug("A sign of life was not told: {}", e.getMessage());
        }
    }

    private Optional<Person> atTheBrowser(HttpServletRequest request) {
        boolean click = Forms.sentByOurPage(request);
        return click && !goesAway(request) || wentThere(request) ? signedIn.person(request) : Optional.empty();
    }

    /** Whoever asks for the night is about to leave. */
    private static boolean goesAway(HttpServletRequest request) {
        return request.getRequestURI().equals("/mode") && "NIGHT".equals(request.getParameter("mode"));
    }

    /** By the address bar or a link; not by script and not from within another page. */
    private static boolean wentThere(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "?1".equals(request.getHeader("Sec-Fetch-User"));
    }

    private Optional<Person> atTheTerminal(HttpServletRequest request) {
        @Nullable String name = request.getHeader(PERSON);
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return name != null && authorization != null && seal.isToken(authorization.replaceFirst("(?i)^Bearer ", ""))
                ? Optional.of(Person.of(name))
                : Optional.empty();
    }
}
