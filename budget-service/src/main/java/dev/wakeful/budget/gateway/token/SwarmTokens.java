package dev.wakeful.budget.gateway.token;

import dev.wakeful.events.SwarmId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tokens of 256 random bits, each for one swarm and a limited time. Only their SHA-256 is kept, so the table opens no door. A token that is
 * revoked or expired is refused from that moment on, by every copy of the service.
 */
@Component
public final class SwarmTokens {

    private static final String PREFIX = "wakeful_swarm_";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SwarmTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token for the swarm; it is told once and cannot be read again. */
    public String issue(SwarmId swarm, Duration life) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                insert into gateway_token (sha256, swarm, issued_at, expires_at)
                values (:sha256, :swarm, :now, :expires)
                """)
                .param("sha256", sha256(token))
                .param("swarm", swarm.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(clock.instant().plus(life)))
                .update();
        return token;
    }

    /** Whose token it is; nothing where it is unknown, expired or revoked. */
    public Optional<SwarmId> swarmOf(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select swarm from gateway_token
                where sha256 = :sha256 and expires_at > :now and revoked_at is null
                """)
                .param("sha256", sha256(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(SwarmId::new);
    }

    /** Ends all tokens of a swarm. */
    public void revoke(SwarmId swarm) {
        jdbc.sql("update gateway_token set revoked_at = :now where swarm = :swarm and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("swarm", swarm.value())
                .update();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
