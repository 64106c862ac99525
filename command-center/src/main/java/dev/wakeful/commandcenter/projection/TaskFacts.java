package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.trace.Tracing;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the planner tells of tasks: the newest state wins, by event time. */
final class TaskFacts {

    private final JdbcClient jdbc;

    TaskFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(TaskEvent event, Envelope envelope) {
        State state = State.of(event);
        advance(
                event.task(),
                state,
                event instanceof TaskEvent.Postponed postponed ? postponed.until() : null,
                envelope);
        switch (event) {
            case TaskEvent.Planned planned -> {
                describe(planned.task(), planned.finding(), planned.repository(), planned.title(), envelope.time());
                grade(planned.task(), planned.tier(), planned.priority());
            }
            case TaskEvent.ApprovalRequired waiting -> {
                describe(waiting.task(), waiting.finding(), waiting.repository(), waiting.title(), envelope.time());
                grade(waiting.task(), waiting.tier(), null);
            }
            case TaskEvent.Parked parked ->
                describe(parked.task(), parked.finding(), parked.repository(), parked.title(), envelope.time());
            case TaskEvent.Started started -> {}
            case TaskEvent.Postponed postponed -> {}
            case TaskEvent.Proposed proposed -> {}
            case TaskEvent.Closed closed -> {}
        }
    }

    /** This service wrote it down when it told of it; told again from elsewhere it changes nothing. */
    void take(ControlEvent.TaskStopRequested stop, Instant at) {
        jdbc.sql("""
                insert into task_stop (task, asked_by, reason, asked_at) values (:task, :by, :reason, :at)
                on conflict (task) do nothing
                """)
                .param("task", stop.task().value())
                .param("by", stop.by())
                .param("reason", stop.reason())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void advance(TaskId task, State state, @Nullable Instant until, Envelope envelope) {
        jdbc.sql("""
                insert into task (id, state, state_at, state_rank, until, lineage, trace_id, created_at, updated_at)
                values (:id, :state, :at, :rank, :until, :lineage, :traceId, :at, :at)
                on conflict (id) do update set
                    state = case when (excluded.state_at, excluded.state_rank) > (task.state_at, task.state_rank)
                        then excluded.state else task.state end,
                    until = case when (excluded.state_at, excluded.state_rank) > (task.state_at, task.state_rank)
                        then excluded.until else task.until end,
                    state_rank = case when (excluded.state_at, excluded.state_rank) > (task.state_at, task.state_rank)
                        then excluded.state_rank else task.state_rank end,
                    state_at = greatest(task.state_at, excluded.state_at),
                    lineage = case when excluded.created_at < task.created_at then excluded.lineage else task.lineage end,
                    trace_id = case when excluded.created_at < task.created_at then excluded.trace_id else task.trace_id end,
                    created_at = least(task.created_at, excluded.created_at),
                    updated_at = greatest(task.updated_at, excluded.updated_at)
                """)
                .param("id", task.value())
                .param("state", state.name())
                .param("rank", state.ordinal())
                .param("at", Timestamp.from(envelope.time()))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("lineage", envelope.lineage().value())
                .param("traceId", Tracing.traceId(envelope.traceparent()))
                .update();
    }

    private void describe(TaskId task, FindingId finding, RepositoryName repository, String title, Instant at) {
        jdbc.sql("""
                update task set finding = :finding, repository = :repository, title = :title, titled_at = :at
                where id = :id and (titled_at is null or titled_at <= :at)
                """)
                .param("id", task.value())
                .param("finding", finding.value())
                .param("repository", repository.value())
                .param("title", title)
                .param("at", Timestamp.from(at))
                .update();
    }

    private void grade(TaskId task, int tier, @Nullable Integer priority) {
        jdbc.sql("""
                update task set tier = greatest(tier, :tier), priority = least(priority, :priority::int) where id = :id
                """)
                .param("id", task.value())
                .param("tier", tier)
                .param("priority", priority)
                .update();
    }

    /** In the order a task goes through them when several are told for the same instant. */
    private enum State {
        PLANNED,
        APPROVAL_REQUIRED,
        POSTPONED,
        RUNNING,
        PROPOSED,
        PARKED,
        CLOSED;

        static State of(TaskEvent event) {
            return switch (event) {
                case TaskEvent.Planned planned -> PLANNED;
                case TaskEvent.ApprovalRequired waiting -> APPROVAL_REQUIRED;
                case TaskEvent.Started started -> RUNNING;
                case TaskEvent.Postponed postponed -> POSTPONED;
                case TaskEvent.Proposed proposed -> PROPOSED;
                case TaskEvent.Parked parked -> PARKED;
                case TaskEvent.Closed closed -> CLOSED;
            };
        }
    }
}
