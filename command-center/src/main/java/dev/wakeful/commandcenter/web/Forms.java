package dev.wakeful.commandcenter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A form that one of our own pages sent. The browser itself says where a request comes from ({@code Sec-Fetch-Site}, else {@code Origin});
 * another site, or another port of this machine, cannot make it say that it is this one.
 */
final class Forms {

    /** Stopping is the safe direction and must not wait for anybody to sign in. */
    private static final Set<String> WITHOUT_SESSION = Set.of("/sign-in", "/sign-out", EmergencyForms.STOP);

    private Forms() {}

    static boolean sentByOurPage(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && !request.getRequestURI().startsWith("/api/")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && sameOrigin(request);
    }

    static boolean needsNoSession(HttpServletRequest request) {
        return WITHOUT_SESSION.contains(request.getRequestURI());
    }

    private static boolean sameOrigin(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return (request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST))
                .equals(request.getHeader(HttpHeaders.ORIGIN));
    }
}
