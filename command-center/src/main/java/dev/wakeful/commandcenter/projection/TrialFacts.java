package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Trial;
import dev.wakeful.events.SwarmId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What swarms tell at their end of the strategies that were run (LEARN-1). A swarm has one end, so order cannot matter. */
final class TrialFacts {

    private final JdbcClient jdbc;

    TrialFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(SwarmEvent event, Instant at) {
        switch (event) {
            case SwarmEvent.Completed completed -> take(completed.swarm(), completed.trials(), at);
            case SwarmEvent.Failed failed -> take(failed.swarm(), failed.trials(), at);
            case SwarmEvent.Started started -> {}
            case SwarmEvent.Progressed progressed -> {}
            case SwarmEvent.Stopped stopped -> {}
            case SwarmEvent.WorkspaceChanged changed -> {}
        }
    }

    private void take(SwarmId swarm, @Nullable List<Trial> trials, Instant at) {
        if (trials != null) {
            trials.forEach(trial -> keep(swarm, trial, at));
        }
    }

    /** One that was not needed any more achieved nothing, and failed at nothing. */
    private void keep(SwarmId swarm, Trial trial, Instant at) {
        Duration took = trial.took();
        if (took != null) {
            jdbc.sql("""
                    insert into trial (swarm, strategy, agent, model, proven, took_ms, ended_at)
                    values (:swarm, :strategy, :agent, :model, :proven, :took, :at) on conflict do nothing
                    """)
                    .param("swarm", swarm.value())
                    .param("strategy", trial.strategy())
                    .param("agent", trial.agent())
                    .param("model", trial.model())
                    .param("proven", trial.proven())
                    .param("took", took.toMillis())
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }
}
