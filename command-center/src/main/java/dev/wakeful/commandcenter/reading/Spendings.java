package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.BudgetState.CiRecord;
import dev.wakeful.commandcenter.reading.BudgetState.Efficiency;
import dev.wakeful.commandcenter.reading.BudgetState.QuoteRecord;
import dev.wakeful.commandcenter.reading.BudgetState.Tripped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What attempts were expected to cost and did cost, and which were paused for their rate of spend. */
@Component
public class Spendings {

    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final long GOAL_PERCENT = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Spendings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the last 30 days, the kinds of work with the most attempts first (BUD-7). */
    public List<QuoteRecord> quotes() {
        return jdbc.sql("""
                select repository, job, count(*) as attempts, sum(quote_micros)::bigint as quoted,
                    sum(coalesce(typical_micros, quote_micros))::bigint as expected, sum(spent_micros)::bigint as spent
                from swarm
                where settled_at > :since and quote_micros is not null and spent_micros is not null
                group by repository, job order by attempts desc, repository, job limit 50
                """)
                .param("since", Timestamp.from(clock.instant().minus(LOOK_BACK)))
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    long error = error(row.getLong("expected"), row.getLong("spent"));
                    return new QuoteRecord(
                            columns.text("repository"),
                            columns.text("job"),
                            row.getLong("attempts"),
                            row.getLong("quoted"),
                            row.getLong("expected"),
                            row.getLong("spent"),
                            error,
                            Math.abs(error) <= GOAL_PERCENT);
                })
                .list();
    }

    /** In whole percent of what was expected, rounded away from zero so that little over the goal is not within it. */
    static long error(long expected, long spent) {
        if (expected == 0) {
            return spent == 0 ? 0 : 100;
        }
        long off = spent - expected;
        return Math.ceilDiv(Math.abs(off) * 100, expected) * Long.signum(off);
    }

    /** Minutes of CI that branches of ours caused in the last 30 days, the dearest repositories first (BUD-9). */
    public List<CiRecord> ci() {
        return jdbc.sql("""
                select repository, count(*) as jobs, sum(minutes)::bigint as minutes,
                    count(*) filter (where not measured) as unmeasured_jobs, sum(micros)::bigint as spent_micros
                from ci_run where booked_at > :since
                group by repository order by spent_micros desc, minutes desc, repository limit 50
                """)
                .param("since", Timestamp.from(clock.instant().minus(LOOK_BACK)))
                .query((row, number) -> new CiRecord(
                        row.getString("repository"),
                        row.getLong("jobs"),
                        row.getLong("minutes"),
                        row.getLong("unmeasured_jobs"),
                        row.getLong("spent_micros")))
                .list();
    }

    /** What led to an offered change, of all that was spent in the last 30 days, CI minutes included (BUD-10). */
    public Efficiency efficiency() {
        return jdbc.sql("""
                select coalesce(sum(spent_micros), 0)::bigint as spent,
                    coalesce(sum(spent_micros) filter (where offered.task is not null), 0)::bigint as offered
                from (
                    select task, spent_micros from swarm where settled_at > :since
                    union all
                    select task, micros from ci_run where booked_at > :since) paid
                left join change offered on offered.task = paid.task and offered.proposed_at is not null
                """)
                .param("since", Timestamp.from(clock.instant().minus(LOOK_BACK)))
                .query((row, number) -> Efficiency.of(row.getLong("spent"), row.getLong("offered")))
                .single();
    }

    /** Attempts that were paused by their rate of spend and have not ended. */
    public List<Tripped> tripped() {
        return jdbc.sql("""
                select s.id, s.task, t.title, s.tripped_spent_micros, s.tripped_usual_micros, s.tripped_reason, s.tripped_at
                from swarm s left join task t on t.id = s.task
                where s.tripped_at is not null and s.completed_at is null and s.failed_at is null and s.settled_at is null
                order by s.tripped_at limit 50
                """)
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    return new Tripped(
                            columns.text("id"),
                            columns.optionalText("task"),
                            columns.optionalText("title"),
                            row.getLong("tripped_spent_micros"),
                            row.getLong("tripped_usual_micros"),
                            columns.text("tripped_reason"),
                            columns.instant("tripped_at"));
                })
                .list();
    }

    /** What was in use of a scope over time: each reservation adds, its settlement takes back what was not spent. */
    public List<Movement> movements(String scope) {
        return jdbc.sql("""
                select at, sum(micros)::bigint as micros from (
                    select reserved_at as at, amount_micros as micros from reservation where scopes @> array[:scope]::text[]
                    union all
                    select greatest(settled_at, reserved_at), spent_micros - amount_micros from reservation
                    where scopes @> array[:scope]::text[] and settled_at is not null) moved
                group by at order by at
                """)
                .param("scope", scope)
                .query((row, number) -> new Movement(new Columns(row).instant("at"), row.getLong("micros")))
                .list();
    }

    /** More in use, or less. */
    public record Movement(Instant at, long micros) {}
}
