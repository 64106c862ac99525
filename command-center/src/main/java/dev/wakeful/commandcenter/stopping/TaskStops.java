package dev.wakeful.commandcenter.stopping;

import dev.wakeful.commandcenter.stream.Bell;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says for people which task is to end; the planner calls its swarm off, ci-manager offers nothing of it. Told once for each task: whoever asks
 * again, also at the same moment, is answered with who asked first.
 */
@Component
public class TaskStops {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;
    private final Bell bell;

    TaskStops(JdbcClient jdbc, Outbox outbox, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
        this.bell = bell;
    }

    /** What was asked first, and how the task stood now. */
    public record Asked(String task, String state, String by, String reason, Instant at) {}

    /**
     * Asks for it.
     *
     * @throws NoSuchTask when there is none of that id
     * @throws TaskHasEnded when there is nothing to end, and nobody had asked for its end
     * @throws dev.wakeful.commandcenter.people.RequestRefused when something in the request cannot be
     */
    @Transactional
    public Asked ask(String id, TaskStopRequest request) {
        Known task = locked(id).orElseThrow(() -> new NoSuchTask(id));
        ControlEvent.TaskStopRequested wanted = request.checked(new TaskId(id));
        if (task.state().equals("PROPOSED")) {
            throw TaskHasEnded.offered(id, task.change());
        }
        return asked(id, task).orElseGet(() -> {
            if (task.isOver()) {
                throw TaskHasEnded.over(id, task.state());
            }
            return tell(task, wanted);
        });
    }

    /** Whoever comes second waits here until the first has committed. */
    private Optional<Known> locked(String id) {
        return jdbc.sql("""
                select t.lineage, t.state, c.url from task t left join change c on c.task = t.id
                where t.id = :id for update of t
                """)
                .param("id", id)
                .query((row, number) ->
                        new Known(row.getString("lineage"), row.getString("state"), row.getString("url")))
                .optional();
    }

    private Optional<Asked> asked(String id, Known task) {
        return jdbc.sql("select asked_by, reason, asked_at from task_stop where task = :id")
                .param("id", id)
                .query((row, number) -> new Asked(
                        id,
                        task.state(),
                        row.getString("asked_by"),
                        row.getString("reason"),
                        row.getTimestamp("asked_at").toInstant()))
                .optional();
    }

    private Asked tell(Known task, ControlEvent.TaskStopRequested wanted) {
        Instant now = clock.instant();
        jdbc.sql("insert into task_stop (task, asked_by, reason, asked_at) values (:task, :by, :reason, :at)")
                .param("task", wanted.task().value())
                .param("by", wanted.by())
                .param("reason", wanted.reason())
                .param("at", Timestamp.from(now))
                .update();
        new Provenance(new LineageId(task.lineage()), null).<@Nullable Void>call(() -> {
            outbox.append(wanted);
            return null;
        });
        bell.ringAfterCommit();
        return new Asked(wanted.task().value(), task.state(), wanted.by(), wanted.reason(), now);
    }

    private record Known(
            String lineage, String state, @Nullable String change) {
        boolean isOver() {
            return state.equals("PARKED") || state.equals("CLOSED");
        }
    }
}
