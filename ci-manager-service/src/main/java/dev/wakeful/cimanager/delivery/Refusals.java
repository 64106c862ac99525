package dev.wakeful.cimanager.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what was turned away for its signature. Nothing of the request is kept. */
@Repository
public class Refusals {

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Clock clock;

    Refusals(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
    }

    /** How many in one hour. */
    public record Count(String source, String reason, Instant hour, long count) {}

    public void count(String source, String reason) {
        meters.counter("wakeful.webhook.refused", "source", source, "reason", reason)
                .increment();
        jdbc.sql("""
                insert into refusal (source, reason, hour, count) values (:source, :reason, :hour, 1)
                on conflict (source, reason, hour) do update set count = refusal.count + 1
                """)
                .param("source", source)
                .param("reason", reason)
                .param("hour", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)))
                .update();
    }

    /** The newest hours, newest first. */
    public List<Count> newest(int limit) {
        return jdbc.sql("""
                select source, reason, hour, count from refusal order by hour desc, source, reason limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Count(
                        row.getString("source"),
                        row.getString("reason"),
                        row.getTimestamp("hour").toInstant(),
                        row.getLong("count")))
                .list();
    }
}
