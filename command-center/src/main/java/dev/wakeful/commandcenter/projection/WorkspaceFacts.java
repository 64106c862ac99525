package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of workspaces. A later state wins over an earlier one, and the newest word within a state, so order cannot matter. */
final class WorkspaceFacts {

    private final JdbcClient jdbc;

    WorkspaceFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(WorkspaceChanged changed, Instant at) {
        Instant until = changed.until();
        jdbc.sql("""
                insert into workspace as known
                    (swarm, task, repository, state, bytes, files, artefact_bytes, reason, until, since, changed_at)
                values (:swarm, :task, :repository, :state, :bytes, :files, :artefactBytes, :reason, :until, :at, :at)
                on conflict (swarm) do update set state = excluded.state, bytes = excluded.bytes, files = excluded.files,
                    artefact_bytes = excluded.artefact_bytes, reason = excluded.reason, until = excluded.until,
                    changed_at = excluded.changed_at
                    where (array_position(array['CUT', 'KEPT', 'MARKED', 'REMOVED'], known.state), known.changed_at)
                        <= (array_position(array['CUT', 'KEPT', 'MARKED', 'REMOVED'], excluded.state), excluded.changed_at)
                """)
                .param("swarm", changed.swarm().value())
                .param("task", changed.task().value())
                .param("repository", changed.repository().value())
                .param("state", changed.state().name())
                .param("bytes", changed.bytes())
                .param("files", changed.files())
                .param("artefactBytes", changed.artefactBytes())
                .param("reason", changed.reason())
                .param("until", until == null ? null : Timestamp.from(until))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("update workspace set since = :at where swarm = :swarm and since > :at")
                .param("swarm", changed.swarm().value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
