package dev.wakeful.commandcenter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Forms of our own pages, which work without script. All are posted to {@code /forms/…}; the browser itself says that one of our pages sent
 * it ({@code Sec-Fetch-Site}, or {@code Origin} where that is missing), which no other page can make it say. A form carries the token in
 * the field {@code token}, or comes from a session that was begun with it, since whatever runs on this machine could send the same headers.
 * Only stopping needs neither: it is the safe direction, and must not wait for anybody to find a token.
 */
final class OwnForm {

    static final String TOKEN = "token";
    static final String PREFIX = "/forms/";
    static final String STOP = PREFIX + "emergency-stop";
    static final String SIGN_IN = PREFIX + "sign-in";
    static final String SIGN_OUT = PREFIX + "sign-out";

    private static final Set<String> FREE = Set.of(STOP, SIGN_IN, SIGN_OUT);

    private OwnForm() {}

    static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().startsWith(PREFIX);
    }

    static boolean needsToken(HttpServletRequest request) {
        return !FREE.contains(request.getRequestURI());
    }

    static boolean isOurs(HttpServletRequest request) {
        return isFormEncoded(request.getContentType())
                && Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                        .map("same-origin"::equals)
                        .orElseGet(() -> hasOwnOrigin(request));
    }

    private static boolean isFormEncoded(@Nullable String type) {
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean hasOwnOrigin(HttpServletRequest request) {
        String own = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return own.equalsIgnoreCase(request.getHeader(HttpHeaders.ORIGIN));
    }

    /** Where a form is sent back to whose token is wrong; the page says so. */
    static String refused(HttpServletRequest request) {
        return back(request.getParameter("back")) + "?refused=token";
    }

    /** The page a form came from, told by the form itself; never another site's. */
    static String back(@Nullable String path) {
        return path != null && path.matches("/(budget|(tasks|approvals)/[A-Za-z0-9._-]{1,200})?(#[a-z-]+)?")
                ? path
                : "/";
    }
}
