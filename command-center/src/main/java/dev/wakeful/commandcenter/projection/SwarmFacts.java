package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is told of attempts. A column comes from one kind of event, or from several that say the same, so order cannot matter; of steps the
 * newest counts, of times of acceptance the earliest.
 */
final class SwarmFacts {

    private final JdbcClient jdbc;

    SwarmFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(TaskEvent event, Instant at) {
        if (event instanceof TaskEvent.Started started) {
            mention(started.swarm(), started.task(), at);
            attempt(started.swarm(), started.attempt());
        }
    }

    void take(DispatchEvent event, Instant at) {
        switch (event) {
            case DispatchEvent.SwarmRequested requested -> {
                mention(requested.swarm(), requested.task(), at);
                attempt(requested.swarm(), requested.attempt());
                requested(requested, at);
            }
            case DispatchEvent.SwarmStopRequested stop -> mention(stop.swarm(), stop.task(), at);
        }
    }

    void take(SwarmEvent event, Instant at) {
        mention(event.swarm(), event.task(), at);
        switch (event) {
            case SwarmEvent.Started started -> started(started);
            case SwarmEvent.Progressed progressed -> step(progressed, at);
            case SwarmEvent.Completed completed -> {
                ended(completed.swarm(), "completed_at", at);
                culprit(completed.swarm(), completed.culprit());
            }
            case SwarmEvent.WorkspaceChanged changed -> {}
            case SwarmEvent.Stopped stopped -> {
                ended(stopped.swarm(), "failed_at", at);
                failure(stopped.swarm(), "STOPPED", stopped.reason());
            }
            case SwarmEvent.Failed failed -> {
                ended(failed.swarm(), "failed_at", at);
                culprit(failed.swarm(), failed.culprit());
                failure(failed.swarm(), failed.reason().name(), failed.message());
            }
        }
    }

    private void mention(SwarmId swarm, TaskId task, Instant at) {
        jdbc.sql("""
                insert into swarm (id, task, updated_at) values (:id, :task, :at)
                on conflict (id) do update set
                    task = excluded.task, updated_at = greatest(swarm.updated_at, excluded.updated_at)
                """)
                .param("id", swarm.value())
                .param("task", task.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void attempt(SwarmId swarm, int attempt) {
        jdbc.sql("update swarm set attempt = :attempt where id = :id")
                .param("id", swarm.value())
                .param("attempt", attempt)
                .update();
    }

    private void requested(DispatchEvent.SwarmRequested requested, Instant at) {
        jdbc.sql("""
                update swarm set repository = :repository, accepted_at = least(accepted_at, :acceptedAt), requested_at = :at,
                    job = :job, kind = :kind, quote_micros = :quote, typical_micros = coalesce(:typical::bigint, typical_micros)
                where id = :id
                """)
                .param("job", requested.job())
                .param("kind", requested.expected().kind().name())
                .param("quote", requested.quote().micros())
                .param(
                        "typical",
                        requested.typical() == null ? null : requested.typical().micros())
                .param("id", requested.swarm().value())
                .param("repository", requested.repository().name().value())
                .param("acceptedAt", Timestamp.from(requested.acceptedAt()))
                .param("at", Timestamp.from(at))
                .update();
    }

    private void started(SwarmEvent.Started started) {
        jdbc.sql("""
                update swarm set repository = :repository, accepted_at = least(accepted_at, :acceptedAt), started_at = :startedAt where id = :id
                """)
                .param("id", started.swarm().value())
                .param("repository", started.repository().value())
                .param("acceptedAt", Timestamp.from(started.acceptedAt()))
                .param("startedAt", Timestamp.from(started.startedAt()))
                .update();
    }

    private void step(SwarmEvent.Progressed progressed, Instant at) {
        jdbc.sql("""
                update swarm set step = :step, message = :message, step_at = :at
                where id = :id and (step_at is null or step_at <= :at)
                """)
                .param("id", progressed.swarm().value())
                .param("step", progressed.step())
                .param("message", progressed.message())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void ended(SwarmId swarm, String how, Instant at) {
        jdbc.sql("update swarm set " + how + " = :at where id = :id")
                .param("id", swarm.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void culprit(SwarmId swarm, SwarmEvent.@Nullable Culprit culprit) {
        if (culprit != null) {
            jdbc.sql("""
                    update swarm set culprit_revision = :revision, culprit_author = :author, culprit_subject = :subject
                    where id = :id
                    """)
                    .param("id", swarm.value())
                    .param("revision", culprit.revision().value())
                    .param("author", culprit.author())
                    .param("subject", culprit.subject())
                    .update();
        }
    }

    private void failure(SwarmId swarm, String reason, String message) {
        jdbc.sql("update swarm set failure_reason = :reason, failure_message = :message where id = :id")
                .param("id", swarm.value())
                .param("reason", reason)
                .param("message", message)
                .update();
    }
}
