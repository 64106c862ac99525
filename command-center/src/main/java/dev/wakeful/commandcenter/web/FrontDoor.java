package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Seal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in. Only those who name this machine (a page from elsewhere that points its own name here is turned away); reading is
 * free, writing needs the token, or a form of our own pages and a session that was begun with the token. Every answer forbids the browser whatever the pages do not need.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Seal seal;
    private final SignedIn signedIn;

    FrontDoor(Seal seal, SignedIn signedIn) {
        this.seal = seal;
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(response);
        if (!namesThisMachine(request.getHeader(HttpHeaders.HOST))) {
            ProblemAnswer.write(
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server answers to localhost, 127.0.0.1 and [::1] only; use one of them in the address.");
        } else if (READING.contains(request.getMethod())
                || bearsToken(request.getHeader(HttpHeaders.AUTHORIZATION))
                || mayWrite(request)) {
            chain.doFilter(request, response);
        } else if (Forms.sentByOurPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wakeful\"");
            ProblemAnswer.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Writing needs the header 'Authorization: Bearer TOKEN' with the token of this installation; the wakeful"
                            + " command line sends it by itself.");
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static boolean namesThisMachine(@Nullable String host) {
        return host != null
                && THIS_MACHINE.contains(host.replaceFirst(":\\d+$", "").toLowerCase(java.util.Locale.ROOT));
    }

    private boolean bearsToken(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && seal.isToken(authorization.substring(SCHEME.length()));
    }

    private boolean mayWrite(HttpServletRequest request) {
        return Forms.sentByOurPage(request)
                && (Forms.needsNoSession(request) || signedIn.person(request).isPresent());
    }
}
