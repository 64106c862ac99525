package dev.wakeful.service.token;

import dev.wakeful.events.SwarmId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the tokens of swarms with a secret that the services of one installation share. Nothing is stored: a token carries what
 * it says, with a MAC over it, so any service that has the secret can make one for a swarm whose money is reserved, and the gateway can
 * check it without asking anybody. A token spends nothing by itself: every call is held within its swarm's reservation, and ends with it.
 */
public final class SwarmTokens {

    private static final String PREFIX = "wakeful_swarm_";
    private static final String PURPOSE = "wakeful swarm token, version 1\n";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 10_000;

    private final Optional<SecretKeySpec> key;
    private final Clock clock;

    /** @param secret at least 32 characters; empty where this installation has none, and then no token is good */
    public SwarmTokens(String secret, Clock clock) {
        this.key = secret.isBlank()
                ? Optional.empty()
                : Optional.of(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        this.clock = clock;
    }

    /** Whether tokens can be made here. */
    public boolean hasSecret() {
        return key.isPresent();
    }

    /** @throws IllegalStateException without a secret */
    public String mint(SwarmToken token) {
        String says = String.join(
                "\n",
                token.swarm().value(),
                Long.toString(token.expiresAt().getEpochSecond()),
                String.join(",", token.models()));
        String body = encode(says.getBytes(StandardCharsets.UTF_8));
        return PREFIX
                + body
                + "."
                + encode(mac(
                        key.orElseThrow(() ->
                                new IllegalStateException("No token can be made: wakeful.gateway-secret is not set")),
                        body));
    }

    /** What the token says; nothing where it was made with another secret, was changed, or has expired. */
    public Optional<SwarmToken> read(String token) {
        return key.filter(present -> token.startsWith(PREFIX) && token.length() <= LONGEST)
                .flatMap(present -> signed(present, token.substring(PREFIX.length())))
                .flatMap(SwarmTokens::parse)
                .filter(known -> clock.instant().isBefore(known.expiresAt()));
    }

    private static Optional<String> signed(SecretKeySpec key, String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String body = token.substring(0, dot);
        // compared as text, so that a token has one form only
        byte[] expected = encode(mac(key, body)).getBytes(StandardCharsets.US_ASCII);
        byte[] shown = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, shown)
                ? Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Only what was signed here is read, so this fails on tokens of another version only. */
    private static Optional<SwarmToken> parse(String says) {
        String[] parts = says.split("\n", -1);
        try {
            List<String> models = Arrays.stream(parts[2].split(","))
                    .filter(model -> !model.isEmpty())
                    .collect(Collectors.toList());
            return Optional.of(
                    new SwarmToken(new SwarmId(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1])), models));
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(SecretKeySpec key, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + body).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
