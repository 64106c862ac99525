package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who calls: the swarm whose token is shown where the provider's clients show their key. */
@Component
class Callers {

    private static final String BEARER = "bearer ";

    private final SwarmTokens tokens;

    Callers(SwarmTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws CallRefused with 401 and without detail */
    SwarmToken require(HttpServletRequest request) {
        return Stream.of(
                        bearer(request.getHeader("Authorization")),
                        request.getHeader("x-api-key"),
                        request.getHeader("x-goog-api-key"))
                .filter(Objects::nonNull)
                .flatMap(token -> tokens.read(token).stream())
                .findFirst()
                .orElseThrow(() -> new CallRefused(Refusal.unauthorized()));
    }

    private static @org.jspecify.annotations.Nullable String bearer(
            @org.jspecify.annotations.Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
