package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.State.Build;
import dev.wakeful.commandcenter.reading.State.Decided;
import dev.wakeful.commandcenter.reading.State.Errors;
import dev.wakeful.commandcenter.reading.State.Next;
import dev.wakeful.commandcenter.reading.State.Pending;
import dev.wakeful.commandcenter.reading.State.SafeMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the operational state from what was told (STATE-5). */
@Component
public class OperationalState {

    private static final int RECENT = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Installation installation;
    private final RunningSwarms swarms;
    private final Attention attention;

    OperationalState(
            JdbcClient jdbc, Clock clock, Installation installation, RunningSwarms swarms, Attention attention) {
        this.attention = attention;
        this.jdbc = jdbc;
        this.clock = clock;
        this.installation = installation;
        this.swarms = swarms;
    }

    @Transactional(readOnly = true)
    public State state() {
        Status status = installation.status();
        Optional<SafeMode> safeMode = safeMode();
        List<RunningSwarms.Running> running = swarms.list();
        List<String> stuck = stuck();
        return new State(
                status.mode(),
                word(status, safeMode),
                safeMode.orElse(null),
                running,
                running.stream().filter(swarm -> stuck.contains(swarm.swarm())).toList(),
                status.budget(),
                null,
                builds(),
                attention.coverages().newest(),
                errors(),
                attention.escalations().now(status, safeMode.isPresent()),
                decisions(),
                pending(),
                next());
    }

    private static String word(Status status, Optional<SafeMode> safeMode) {
        boolean missing =
                status.services().stream().anyMatch(service -> service.state().equals("missing"));
        return safeMode.isPresent() ? "stopped" : missing || status.deadLetters() > 0 ? "degraded" : "ok";
    }

    /** The newest stop, unless a person ended exactly that one. */
    private Optional<SafeMode> safeMode() {
        return jdbc.sql("""
                select (payload ->> 'epoch')::bigint as epoch, (payload ->> 'at')::timestamptz as since,
                    payload ->> 'by' as by, payload ->> 'reason' as reason
                from event stopped
                where type = 'system.stopped.v1' and not exists (
                    select 1 from event resumed
                    where resumed.type = 'system.resumed.v1' and resumed.payload -> 'epoch' = stopped.payload -> 'epoch')
                order by epoch desc limit 1
                """)
                .query((row, number) -> new SafeMode(
                        row.getLong("epoch"),
                        new Columns(row).instant("since"),
                        new Columns(row).text("by"),
                        new Columns(row).text("reason")))
                .optional();
    }

    private List<String> stuck() {
        return jdbc.sql("""
                select id from swarm
                where started_at is not null and completed_at is null and failed_at is null
                    and greatest(step_at, started_at) < :since
                """)
                .param(
                        "since",
                        Timestamp.from(
                                clock.instant().minus(attention.properties().stuckAfter())))
                .query(String.class)
                .list();
    }

    private List<Build> builds() {
        return jdbc.sql("""
                select distinct on (subject, payload ->> 'job') subject, payload ->> 'job' as job, type,
                    payload ->> 'revision' as revision, occurred_at
                from event where type in ('build.failed.v1', 'build.passed.v1')
                order by subject, payload ->> 'job', n desc
                """)
                .query((row, number) -> new Build(
                        new Columns(row).text("subject"),
                        new Columns(row).text("job"),
                        new Columns(row).text("type").equals("build.passed.v1") ? "passed" : "failed",
                        new Columns(row).text("revision"),
                        new Columns(row).instant("occurred_at")))
                .list();
    }

    private Errors errors() {
        Timestamp since = Timestamp.from(clock.instant().minus(Duration.ofHours(1)));
        return new Errors(
                since("select count(*) from dead_letter where at >= :since", since),
                since("select count(*) from event where type = 'swarm.failed.v1' and occurred_at >= :since", since),
                since("select count(*) from event where type = 'health.missing.v1' and occurred_at >= :since", since));
    }

    private long since(String sql, Timestamp since) {
        return jdbc.sql(sql).param("since", since).query(Long.class).single();
    }

    private List<Decided> decisions() {
        return jdbc.sql("""
                select occurred_at, coalesce(task, 'installation') as subject, type, payload #>> '{decision,rule}' as rule, payload #>> '{decision,outcome}' as outcome
                from event
                where type in ('task.planned.v1', 'task.approval-required.v1', 'task.started.v1', 'task.postponed.v1',
                    'task.proposed.v1', 'task.parked.v1', 'task.closed.v1', 'mode.decided.v1') and jsonb_exists(payload, 'decision')
                order by n desc limit :recent
                """)
                .param("recent", RECENT)
                .query((row, number) -> new Decided(
                        new Columns(row).instant("occurred_at"),
                        new Columns(row).text("subject"),
                        new Columns(row).text("type"),
                        new Columns(row).text("rule"),
                        new Columns(row).text("outcome")))
                .list();
    }

    private List<Pending> pending() {
        return jdbc.sql("""
                select id, title, state, until from task where state in ('APPROVAL_REQUIRED', 'PARKED', 'POSTPONED')
                order by state_at limit 100
                """)
                .query((row, number) -> new Pending(
                        new Columns(row).text("id"),
                        new Columns(row).optionalText("title"),
                        new Columns(row).text("state"),
                        new Columns(row).optionalInstant("until")))
                .list();
    }

    private @Nullable Next next() {
        Instant now = clock.instant();
        return jdbc.sql("""
                select what, at from (
                    select 'task ' || id || ' goes on' as what, until as at from task where state = 'POSTPONED'
                    union all
                    (select 'mode ' || (payload ->> 'mode') || ' ends', (payload ->> 'until')::timestamptz
                        from event where type = 'mode.changed.v1' order by n desc limit 1)
                ) planned where at > :now order by at limit 1
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Next(new Columns(row).text("what"), new Columns(row).instant("at")))
                .optional()
                .orElse(null);
    }

    /** What people should look at, beside what is told of tasks and swarms. */
    @Component
    record Attention(AttentionProperties properties, Escalations escalations, Coverages coverages) {}
}
