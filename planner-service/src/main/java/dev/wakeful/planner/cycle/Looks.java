package dev.wakeful.planner.cycle;

import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what there is to see, and keeps what was seen last: one row, however often it looks. */
@Component
class Looks {

    private static final int MOST_SILENT = 100;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CycleProperties properties;

    Looks(JdbcClient jdbc, Clock clock, CycleProperties properties) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Another chain of looks goes on from here; earlier ones end. */
    long startChain() {
        return jdbc.sql("update look set chain = chain + 1 returning chain")
                .query(Long.class)
                .single();
    }

    /** Whether this chain goes on; if so, it is locked until the transaction ends. */
    boolean goesOn(long chain) {
        return jdbc.sql("select chain from look where chain = :chain for update")
                .param("chain", chain)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Look now() {
        Instant now = clock.instant();
        List<Look.Silent> silent = silent(now);
        return jdbc.sql("""
                select coalesce((select mode from mode), 'ACTIVE') as mode,
                    (select count(*) from task where state = 'RUNNING') as running,
                    (select count(*) from task where state = 'POSTPONED') as waiting,
                    (select count(*) from task join repository r on r.name = task.repository and r.branch = task.branch
                        where task.taken_for = 'REGRESSION' and task.state <> 'CLOSED') as red,
                    (select coalesce(max(percent), 0) from budget_alert where until > :now) as percent
                """)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Look(
                        Mode.valueOf(row.getString("mode")),
                        row.getInt("running"),
                        row.getInt("waiting"),
                        row.getInt("red"),
                        row.getInt("percent"),
                        silent))
                .single();
    }

    private List<Look.Silent> silent(Instant now) {
        return jdbc.sql("""
                select id, swarm, progress_at from task
                where state = 'RUNNING' and not silent and progress_at <= :since order by progress_at limit :most
                """)
                .param("since", Timestamp.from(now.minus(properties.escalateAfter())))
                .param("most", MOST_SILENT)
                .query((row, n) -> new Look.Silent(
                        new TaskId(row.getString("id")),
                        new SwarmId(row.getString("swarm")),
                        row.getTimestamp("progress_at").toInstant()))
                .list();
    }

    /** True the first time for each silence; a swarm that was heard of since is not silent. */
    boolean markSilent(Look.Silent silent) {
        return jdbc.sql("""
                update task set silent = true
                where id = :task and swarm = :swarm and state = 'RUNNING' and not silent and progress_at = :since
                """)
                        .param("task", silent.task().value())
                        .param("swarm", silent.swarm().value())
                        .param("since", Timestamp.from(silent.since()))
                        .update()
                == 1;
    }

    /** @return whether the outcome is another than last time */
    boolean save(Look look, Judgement.Outcome outcome) {
        String before = jdbc.sql("select outcome from look").query(String.class).single();
        jdbc.sql("""
                update look set at = :now, running = :running, waiting = :waiting, red = :red, percent = :percent,
                    silent = (select count(*) from task where state = 'RUNNING' and silent), outcome = :outcome, looks = looks + 1
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("running", look.running())
                .param("waiting", look.waiting())
                .param("red", look.red())
                .param("percent", look.percent())
                .param("outcome", outcome.name())
                .update();
        return !before.equals(outcome.name());
    }
}
