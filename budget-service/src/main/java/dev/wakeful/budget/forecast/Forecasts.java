package dev.wakeful.budget.forecast;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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

    Forecasts(JdbcClient jdbc, ForecastMeter meter) {
        this.jdbc = jdbc;
        this.meter = meter;
    }

    /** Money was set aside for it. */
    public void open(DispatchEvent.SwarmRequested requested, DispatchEvent.Funding funding, Instant now) {
        Money typical = requested.typical();
        jdbc.sql("""
                insert into forecast (swarm, repository, job, funding, quote_micros, typical_micros, granted_at)
                values (:swarm, :repository, :job, :funding, :quote, :typical, :now)
                on conflict (swarm) do nothing
                """)
                .param("swarm", requested.swarm().value())
                .param("repository", requested.repository().name().value())
                .param("job", requested.job())
                .param("funding", funding.name())
                .param("quote", requested.quote().micros())
                .param("typical", typical == null ? null : typical.micros())
                .param("now", Timestamp.from(now))
                .update();
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
                returning quote_micros
                """)
                .param("now", Timestamp.from(now))
                .param("spent", spent.micros())
                .param("told", told)
                .param("swarm", swarm.value())
                .query(Long.class)
                .optional()
                .filter(quote -> told)
                .ifPresent(quote -> meter.afterCommit(Money.micros(quote), spent));
    }

    /** The swarms that told their end last, the newest first. */
    public List<Forecast> ended(int most) {
        return jdbc.sql("""
                select swarm, repository, job, funding, quote_micros, typical_micros, spent_micros, ended_at
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
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}
