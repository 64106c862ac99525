package dev.wakeful.commandcenter.emergency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether anybody lives who could let calls to models through: an instance of the budget service. */
@Repository
class GatewayReach {

    /** The service that the gateway is part of. */
    static final String SERVICE = "budget";

    private final JdbcClient jdbc;

    GatewayReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
