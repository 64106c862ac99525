package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.CommandCenterProperties;
import dev.wakeful.commandcenter.emergency.SafetyReport;
import dev.wakeful.commandcenter.reading.Status.ServiceState;
import dev.wakeful.commandcenter.reading.Status.Spending;
import dev.wakeful.commandcenter.reading.Status.SwarmCount;
import dev.wakeful.commandcenter.reading.Status.Unmatched;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The state of the whole installation. */
@Component
public class Installation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CommandCenterProperties properties;
    private final SafetyReport safety;
    private final Instant startedAt;

    Installation(JdbcClient jdbc, Clock clock, CommandCenterProperties properties, SafetyReport safety) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.safety = safety;
        this.startedAt = clock.instant();
    }

    @Transactional(readOnly = true)
    public Status status() {
        return new Status(
                Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                        .orElse("development"),
                jdbc.sql("select mode from mode").query(String.class).optional().orElse(null),
                safety.now(),
                startedAt,
                services(),
                tasks(),
                swarms(),
                spending(),
                count("select count(*) from repository where watched"),
                count("select count(*) from dead_letter where replayed_at is null"),
                unmatched());
    }

    /** Which instances that are up run commands of others without any sandbox (DEV-4). */
    @Transactional(readOnly = true)
    public List<String> withoutSandbox() {
        return Status.withoutSandbox(services());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<ServiceState> services() {
        return jdbc.sql("""
                select service, instance, last_beat, sandbox,
                    case when missing or last_beat < :silentSince then 'missing' else 'up' end as state
                from service_instance order by service, instance
                """)
                .param("silentSince", Timestamp.from(clock.instant().minus(properties.silence())))
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    return new ServiceState(
                            columns.text("service"),
                            columns.text("instance"),
                            columns.text("state"),
                            columns.optionalInstant("last_beat"),
                            columns.optionalText("sandbox"));
                })
                .list();
    }

    private Map<String, Long> tasks() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) as number from task group by state order by state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("number"));
                });
        return counts;
    }

    private SwarmCount swarms() {
        return jdbc.sql("""
                select count(*) filter (where started_at is not null and completed_at is null and failed_at is null) as running,
                    count(completed_at) as completed, count(failed_at) as failed
                from swarm
                """).query(SwarmCount.class).single();
    }

    private Spending spending() {
        return jdbc.sql("""
                select coalesce(sum(reserved_micros) filter (where released_micros is null), 0)::bigint as reserved_micros,
                    coalesce(sum(spent_micros), 0)::bigint as spent_micros
                from swarm
                """).query(Spending.class).single();
    }

    private List<Unmatched> unmatched() {
        return jdbc.sql("""
                select u.repository, u.since from unmatched u left join repository r on r.name = u.repository
                where r.name is null or (not r.watched and u.latest > r.changed_at)
                order by u.since
                """)
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    String name = columns.text("repository");
                    return new Unmatched(name, columns.instant("since"), hint(name));
                })
                .list();
    }

    private static String hint(String repository) {
        return "wakeful repo add PATH --name " + repository + " --check \"COMMAND\"";
    }
}
