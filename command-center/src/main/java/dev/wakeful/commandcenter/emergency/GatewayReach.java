package dev.wakeful.commandcenter.emergency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether anybody lives who could let calls to models through: an instance of the budget service. */
@Repository
class GatewayReach {

    /** The service that the gateway is part of. */
    static final String SERVICE = "budget";

    /** A machine that wakes from sleep misses everybody before it hears the first beat. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    GatewayReach(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When to look whether it is silent for too long: not before somebody who lives had time to say so. */
    Instant lookAt(Instant silentSince, Duration tooLong) {
        Instant tolerated = silentSince.plus(tooLong);
        Instant heard = clock.instant().plus(GRACE);
        return tolerated.isAfter(heard) ? tolerated : heard;
    }

    /** Since when nobody does: the last sign of life of any; nothing while one lives, and before the first one was heard of. */
    Optional<Instant> silentSince() {
        return jdbc.sql("""
                select max(coalesce(last_beat, told_at)) from service_instance where service = :service
                having count(*) > 0 and bool_and(missing)
                """)
                .param("service", SERVICE)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
