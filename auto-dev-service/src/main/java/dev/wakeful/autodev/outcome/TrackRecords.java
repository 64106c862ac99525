package dev.wakeful.autodev.outcome;

import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of strategies from all swarms so far (LEARN-1). */
@Repository
public class TrackRecords {

    /** So many of the last runs of a strategy count. */
    private static final int LAST = 200;

    private final JdbcClient jdbc;

    public TrackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each strategy that was ever tried on this kind of failure in this repository, or, with nothing from there, anywhere. */
    public List<TrackRecord> of(SwarmRequested request) {
        return jdbc.sql("""
                with run as (
                    select strategy, repository = :repository as here, coalesce(green, false) as green, ended_at,
                           extract(epoch from ended_at - begun_at) as seconds,
                           row_number() over (partition by strategy, repository = :repository order by ended_at desc) as n,
                           bool_or(repository = :repository) over (partition by strategy) as known_here
                    from trial where kind = :kind and ended_at is not null
                )
                select strategy, count(*) as tried, count(*) filter (where green) as proven,
                       percentile_cont(0.5) within group (order by seconds) as median
                from run where n <= :last and here = known_here
                group by strategy order by strategy
                """)
                .param("repository", request.repository().name().value())
                .param("kind", request.expected().kind().name())
                .param("last", LAST)
                .query((row, index) -> new TrackRecord(
                        new StrategyName(row.getString("strategy")),
                        row.getInt("tried"),
                        row.getInt("proven"),
                        Duration.ofMillis(Math.round(row.getDouble("median") * 1000))))
                .list();
    }
}
