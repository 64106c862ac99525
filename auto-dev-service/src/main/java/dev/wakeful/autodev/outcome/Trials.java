package dev.wakeful.autodev.outcome;

import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every strategy that was tried for a swarm, and what came of it (LEARN-1). Must be called inside a transaction. */
@Repository
public class Trials {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    public Trials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The strategy is run; again after a crash, or when what it made was lost. */
    public void begun(Claim claim, StrategyName strategy) {
        jdbc.sql("""
                insert into trial (swarm, strategy, repository, kind, begun_at)
                values (:swarm, :strategy, :repository, :kind, :now)
                on conflict (swarm, strategy) do update set ended_at = null, attempted = null, green = null
                """)
                .param("swarm", claim.id().value())
                .param("strategy", strategy.value())
                .param("repository", claim.request().repository().name().value())
                .param("kind", claim.request().expected().kind().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The strategy has ended. */
    public void ended(SwarmId swarm, StrategyName strategy, Attempted attempted) {
        jdbc.sql("""
                update trial set ended_at = :now, attempted = cast(:attempted as jsonb)
                where swarm = :swarm and strategy = :strategy
                """)
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("attempted", JSON.writeValueAsString(attempted))
                .update();
    }

    /** The system has run the checks on what the strategy made. */
    public void judged(SwarmId swarm, StrategyName strategy, boolean green) {
        jdbc.sql("update trial set green = :green where swarm = :swarm and strategy = :strategy")
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .param("green", green)
                .update();
    }

    /** A strategy that was run to its end. */
    public record Ran(StrategyName strategy, boolean proven, Duration took) {}

    /** Those that have ended, in the order in which they began. */
    public List<Ran> of(SwarmId swarm) {
        return jdbc.sql("""
                select strategy, coalesce(green, false) as green, begun_at, ended_at from trial
                where swarm = :swarm and ended_at is not null order by begun_at, strategy
                """)
                .param("swarm", swarm.value())
                .query((row, number) -> new Ran(
                        new StrategyName(row.getString("strategy")),
                        row.getBoolean("green"),
                        Duration.between(
                                row.getTimestamp("begun_at").toInstant(),
                                row.getTimestamp("ended_at").toInstant())))
                .list();
    }

    /** What the strategy achieved for the swarm; nothing while it has not ended. */
    public Optional<Attempted> find(SwarmId swarm, StrategyName strategy) {
        return jdbc.sql("""
                select attempted from trial
                where swarm = :swarm and strategy = :strategy and ended_at is not null
                """)
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Attempted.class));
    }
}
