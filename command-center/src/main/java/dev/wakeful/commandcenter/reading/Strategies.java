package dev.wakeful.commandcenter.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What strategies, agents and models achieved, how long they took and what it cost: what quotes and their order are made from (LEARN-1). */
@Component
public class Strategies {

    private static final Duration LOOK_BACK = Duration.ofDays(365);

    /** So many of the newest runs count: models, prices and code change. */
    private static final int LAST = 200;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Strategies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * By kind of failure, those that were run most first; at most 200.
     *
     * @param repository only of this one; nothing: of all together
     */
    public List<StrategyRecord> records(Optional<String> repository) {
        return jdbc.sql("""
                with run as (
                    select s.kind, t.strategy, t.agent, t.model, t.proven, t.took_ms, s.spent_micros, t.ended_at,
                        row_number() over (
                            partition by s.kind, t.strategy, t.agent, t.model order by t.ended_at desc, t.swarm) as n
                    from trial t join swarm s on s.id = t.swarm
                    where t.ended_at > :since and (:repository = '' or s.repository = :repository)
                )
                select kind, strategy, agent, model, count(*) as runs, count(*) filter (where proven) as proven,
                    percentile_disc(0.5) within group (order by took_ms) as median_ms,
                    percentile_disc(0.9) within group (order by took_ms) as p90_ms,
                    count(spent_micros) as priced,
                    percentile_disc(0.5) within group (order by spent_micros) as median_micros,
                    percentile_disc(0.9) within group (order by spent_micros) as p90_micros,
                    max(ended_at) as latest
                from run where n <= :last
                group by kind, strategy, agent, model
                order by kind nulls last, runs desc, strategy, agent, model
                limit :most
                """)
                .param("since", Timestamp.from(clock.instant().minus(LOOK_BACK)))
                .param("repository", repository.orElse(""))
                .param("last", LAST)
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    private static StrategyRecord read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        long runs = row.getLong("runs");
        long proven = row.getLong("proven");
        return new StrategyRecord(
                columns.optionalText("kind"),
                columns.text("strategy"),
                columns.optionalText("agent"),
                columns.optionalText("model"),
                runs,
                proven,
                SuccessRate.of(runs, proven),
                row.getLong("median_ms"),
                row.getLong("p90_ms"),
                row.getLong("priced"),
                (Long) row.getObject("median_micros"),
                (Long) row.getObject("p90_micros"),
                columns.instant("latest"));
    }
}
