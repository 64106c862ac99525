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
 * free, writing needs the token in the header or, in a form of our own pages, in a field or by a session that was begun with it. Every answer
 * forbids the browser whatever the pages do not need.
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
        } else if (OwnForm.isForm(request)) {
            form(request, response, chain);
        } else if (!READING.contains(request.getMethod())
                && !bearsToken(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wakeful\"");
            ProblemAnswer.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Writing needs the header 'Authorization: Bearer TOKEN' with the token of this installation; the wakeful"
                            + " command line sends it by itself.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String token = request.getParameter(OwnForm.TOKEN);
        if (!OwnForm.isOurs(request)) {
            ProblemAnswer.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "This form was not sent by a page of this dashboard; open the dashboard and send it from there.");
        } else if (!OwnForm.needsToken(request) || seal.isToken(token)) {
            chain.doFilter(request, response);
        } else if (token != null) {
            response.sendRedirect(OwnForm.refused(request), HttpStatus.SEE_OTHER.value());
        } else if (signedIn.person(request).isEmpty()) {
            response.sendRedirect("/sign-in", HttpStatus.SEE_OTHER.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
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
}
