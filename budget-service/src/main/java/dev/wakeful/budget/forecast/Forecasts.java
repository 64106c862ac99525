package dev.wakeful.budget.forecast;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what each swarm was quoted beside what it has cost (BUD-7). Every write runs in the caller's transaction and changes nothing the second
 * time.
 */
@Repository
public class Forecasts {

    private final JdbcClient jdbc;
    private final ForecastMeter meter;
    private final Outcomes outcomes;

    Forecasts(JdbcClient jdbc, ForecastMeter meter, Outcomes outcomes) {
        this.jdbc = jdbc;
        this.meter = meter;
        this.outcomes = outcomes;
    }

    /**
     * Money was set aside for it.
     *
     * @return what it is expected to cost and to take, where enough earlier ones have ended
     */
    public Optional<BudgetEvent.Expected> open(
            DispatchEvent.SwarmRequested requested, DispatchEvent.Funding funding, Instant now) {
        RepositoryName repository = requested.repository().name();
        Failure.Kind kind = requested.expected().kind();
        Optional<Means> means = outcomes.means(repository, kind);
        Optional<BudgetEvent.Expected> expected = outcomes.expected(repository, kind, means);
        Money typical = requested.typical();
        jdbc.sql("""
                insert into forecast (swarm, repository, job, funding, quote_micros, typical_micros, granted_at,
                    kind, means, words, p50_micros, p90_micros, p50_time_ms, p90_time_ms, basis)
                values (:swarm, :repository, :job, :funding, :quote, :typical, :now,
                    :kind, :means, :words, :p50, :p90, :time50, :time90, :basis)
                on conflict (swarm) do nothing
                """)
                .param("swarm", requested.swarm().value())
                .param("repository", requested.repository().name().value())
                .param("job", requested.job())
                .param("funding", funding.name())
                .param("quote", requested.quote().micros())
                .param("typical", typical == null ? null : typical.micros())
                .param("now", Timestamp.from(now))
                .param("kind", kind.name())
                .param("means", means.map(Means::key).orElse(null))
                .param("words", means.map(Means::words).orElse(null))
                .param("p50", expected.map(it -> it.p50().micros()).orElse(null))
                .param("p90", expected.map(it -> it.p90().micros()).orElse(null))
                .param("time50", expected.map(it -> it.time50().toMillis()).orElse(null))
                .param("time90", expected.map(it -> it.time90().toMillis()).orElse(null))
                .param("basis", expected.map(BudgetEvent.Expected::basis).orElse(null))
                .update();
        return expected;
    }

    /** What it was meant to use, as it says at its end; until then it counts as what its class uses. */
    public void means(SwarmId swarm, @Nullable List<SwarmEvent.Trial> trials) {
        if (trials != null && !trials.isEmpty()) {
            Means means = Means.of(trials);
            jdbc.sql("""
                    update forecast set means = :means, words = :words, told_means = true
                    where swarm = :swarm and not told_means
                    """)
                    .param("means", means.key())
                    .param("words", means.words())
                    .param("swarm", swarm.value())
                    .update();
        }
    }

    /** Its first process runs. */
    public void start(SwarmEvent.Started started) {
        jdbc.sql("update forecast set started_at = :at where swarm = :swarm and started_at is null")
                .param("at", Timestamp.from(started.startedAt()))
                .param("swarm", started.swarm().value())
                .update();
    }

    /** It has reached a step: what its calls have cost so far was not in vain. */
    public void progress(SwarmId swarm) {
        jdbc.sql("""
                update forecast set progress_micros = spent_micros_of_calls(swarm) where swarm = :swarm and ended_at is null
                """).param("swarm", swarm.value()).update();
    }

    /**
     * Its reservation was resolved.
     *
     * @param told whether by its end; otherwise it counts at its worst case, and its cost is not known
     */
    public void close(BudgetEvent resolved, boolean told, Instant now) {
        switch (resolved) {
            case BudgetEvent.Settled settled -> close(settled.swarm(), settled.spent(), told, now);
            case BudgetEvent.Released released -> close(released.swarm(), Money.ZERO, told, now);
            default -> {}
        }
    }

    private void close(SwarmId swarm, Money spent, boolean told, Instant now) {
        jdbc.sql("""
                update forecast
                set ended_at = :now, spent_micros = :spent, calls_micros = spent_micros_of_calls(swarm), told = :told
                where swarm = :swarm and ended_at is null
                returning quote_micros, p50_micros, kind
                """)
                .param("now", Timestamp.from(now))
                .param("spent", spent.micros())
                .param("told", told)
                .param("swarm", swarm.value())
                .query((row, number) -> new Quoted(
                        row.getLong("quote_micros"),
                        (Long) row.getObject("p50_micros"),
                        Objects.requireNonNullElse(row.getString("kind"), "unknown")))
                .optional()
                .filter(quoted -> told)
                .ifPresent(quoted -> meter.afterCommit(quoted, spent));
    }

    /** The swarms that told their end last, the newest first. */
    public List<Forecast> ended(int most) {
        return jdbc.sql("""
                select swarm, repository, job, funding, quote_micros, coalesce(p50_micros, typical_micros) as typical_micros,
                    p90_micros, kind, basis, spent_micros, ended_at
                from forecast where told order by ended_at desc limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Forecast(
                        row.getString("swarm"),
                        row.getString("repository"),
                        row.getString("job"),
                        row.getString("funding"),
                        row.getLong("quote_micros"),
                        (Long) row.getObject("typical_micros"),
                        row.getLong("spent_micros"),
                        row.getTimestamp("ended_at").toInstant(),
                        (Long) row.getObject("p90_micros"),
                        Objects.requireNonNullElse(row.getString("kind"), "unknown"),
                        row.getString("basis")))
                .list();
    }
}
