package dev.wakeful.commandcenter.people;

import dev.wakeful.commandcenter.CommandCenterProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proofs that whoever carries one had the installation's token: sealed with it, so nothing is stored, and all end when the token is changed.
 * One purpose's proof is none for another.
 */
@Component
public class Seal {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;

    Seal(CommandCenterProperties properties) {
        this.key = properties.token().getBytes(StandardCharsets.UTF_8);
    }

    /** What a proof is good for, and for how long. */
    public enum Purpose {
        /** In an address, to begin a session with. */
        SIGN_IN(Duration.ofMinutes(5)),
        /** In a cookie. */
        SESSION(Duration.ofHours(12));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    public String proof(Purpose purpose, Person person, Instant now) {
        String claim = now.plus(purpose.life()).getEpochSecond() + "."
                + TEXT.encodeToString(person.name().getBytes(StandardCharsets.UTF_8));
        return claim + "." + TEXT.encodeToString(mac(purpose, claim));
    }

    /** Who carries the proof; nobody when it is not ours, for another purpose, or over. */
    public Optional<Person> person(Purpose purpose, @Nullable String proof, Instant now) {
        String[] parts = proof == null ? new String[0] : proof.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        byte[] seal =
                TEXT.encodeToString(mac(purpose, parts[0] + "." + parts[1])).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(seal, parts[2].getBytes(StandardCharsets.UTF_8))
                || Long.parseLong(parts[0]) <= now.getEpochSecond()) {
            return Optional.empty();
        }
        return Optional.of(new Person(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
    }

    /** Whether this is the installation's token itself. */
    public boolean isToken(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.strip().getBytes(StandardCharsets.UTF_8), key);
    }

    private byte[] mac(Purpose purpose, String claim) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((purpose + ":" + claim).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
