package dev.wakeful.autodev.trial;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every strategy that was tried for a swarm, and what came of it (LEARN-1). Must be called inside a transaction. */
@Repository
public class Trials {

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
                on conflict (swarm, strategy) do update
                set ended_at = null, head = null, title = null, result = null, message = null, green = null
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
        var update = jdbc.sql("""
                update trial
                set ended_at = :now, head = :head, title = :title, result = :result, message = :message
                where swarm = :swarm and strategy = :strategy
                """)
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .param("now", Timestamp.from(clock.instant()));
        switch (attempted) {
            case Attempted.Made made ->
                update.param("head", made.candidate().head().value())
                        .param("title", made.candidate().title())
                        .param("result", null)
                        .param("message", null)
                        .update();
            case Attempted.Nothing nothing ->
                update.param("head", null)
                        .param("title", null)
                        .param("result", nothing.result().name())
                        .param("message", nothing.message())
                        .update();
        }
    }

    /** The system has run the check on what the strategy made. */
    public void judged(SwarmId swarm, StrategyName strategy, boolean green) {
        jdbc.sql("update trial set green = :green where swarm = :swarm and strategy = :strategy")
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .param("green", green)
                .update();
    }

    /** What the strategy achieved for the swarm; nothing while it has not ended. */
    public Optional<Attempted> find(SwarmId swarm, StrategyName strategy) {
        return jdbc.sql("""
                select head, title, result, message from trial
                where swarm = :swarm and strategy = :strategy and ended_at is not null
                """)
                .param("swarm", swarm.value())
                .param("strategy", strategy.value())
                .query((row, index) -> read(strategy, row))
                .optional();
    }

    private static Attempted read(StrategyName strategy, ResultSet row) throws SQLException {
        String head = row.getString("head");
        return head == null
                ? new Attempted.Nothing(Result.valueOf(row.getString("result")), row.getString("message"))
                : new Attempted.Made(new Candidate(strategy, new Revision(head), row.getString("title")));
    }
}
