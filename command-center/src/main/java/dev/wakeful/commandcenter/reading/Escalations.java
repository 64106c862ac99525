package dev.wakeful.commandcenter.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what makes people needed. */
@Component
class Escalations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AttentionProperties properties;

    Escalations(JdbcClient jdbc, Clock clock, AttentionProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    Escalation now(Status status, boolean stopped) {
        Instant now = clock.instant();
        long missing = status.services().stream()
                .filter(service -> service.state().equals("missing"))
                .count();
        return jdbc.sql("""
                select (select count(*) from provider where lost) as lost,
                    (select count(*) from swarm where started_at is not null and completed_at is null and failed_at is null
                        and greatest(step_at, started_at) < :silent) as silent,
                    (select count(distinct scope) from budget_alert where until > :now and percent >= :urgent) as used,
                    (select count(*) from task where state = 'APPROVAL_REQUIRED') as questions,
                    (select count(*) from task where state = 'PARKED') as parked
                """)
                .param("silent", Timestamp.from(now.minus(properties.escalateAfter())))
                .param("now", Timestamp.from(now))
                .param("urgent", properties.urgentPercent())
                .query((row, n) -> Escalation.of(new Escalation.Counts(
                        stopped,
                        "CRISIS".equals(status.mode()),
                        missing,
                        row.getLong("lost"),
                        row.getLong("silent"),
                        row.getLong("used"),
                        row.getLong("questions"),
                        row.getLong("parked"),
                        status.deadLetters())))
                .single();
    }
}
