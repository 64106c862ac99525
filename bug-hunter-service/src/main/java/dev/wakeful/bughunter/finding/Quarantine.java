package dev.wakeful.bughunter.finding;

import dev.wakeful.events.Fingerprint;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where flaky failures stay until their expiry date: nobody is paid to fix them, and each has an owner (TRG-17). */
@Component
class Quarantine {

    static final Duration TERM = Duration.ofDays(14);
    private static final String NOBODY_YET = "unassigned";

    private final JdbcClient jdbc;
    private final Clock clock;

    Quarantine(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(Finding finding) {
        jdbc.sql("""
                insert into quarantine (fingerprint, finding, owner, expires_at) values (:fingerprint, :finding, :owner, :expiresAt)
                on conflict (fingerprint) do update set finding = excluded.finding, expires_at = excluded.expires_at
                """)
                .param("fingerprint", finding.fingerprint().value())
                .param("finding", finding.id().value())
                .param("owner", NOBODY_YET)
                .param("expiresAt", Timestamp.from(clock.instant().plus(TERM)))
                .update();
    }

    /** When the fingerprint's quarantine ends or ended; absent when it was never put there. */
    Optional<Instant> endOf(Fingerprint fingerprint) {
        return jdbc.sql("select expires_at from quarantine where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
