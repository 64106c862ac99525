package dev.wakeful.planner.backlog;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.dispatch.WaitFor;
import dev.wakeful.service.trace.Tracing;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Goes on with tasks that waited, each in its own lineage and trace. Must be called inside a transaction. */
@Component
public class Resuming {

    private final Board board;
    private final Tasks tasks;
    private final Starting starting;
    private final Tracing tracing;

    Resuming(Board board, Tasks tasks, Starting starting, Tracing tracing) {
        this.board = board;
        this.tasks = tasks;
        this.starting = starting;
        this.tracing = tracing;
    }

    /** The repository is known now: tasks that waited for it start. */
    public void repositoryAdded(RepositoryName repository) {
        tasks.waitingFor(repository).stream()
                .filter(task -> task.state() instanceof TaskState.Planned)
                .forEach(task -> task.origin()
                        .resume(
                                tracing,
                                task,
                                () -> starting.startOrPark(task, Tries.FIRST, "its repository is known now")));
    }

    /** The repository is not watched any more: tasks that have not started are set aside. */
    public void repositoryRemoved(RepositoryName repository) {
        tasks.waitingFor(repository)
                .forEach(task ->
                        task.origin().resume(tracing, task, () -> board.move(task, Moves.repositoryUnknown(task))));
    }

    /** A wait may be over. A task that is not waiting, or waits for a later time, stays as it is. */
    void due(TaskId id, Instant now) {
        tasks.find(id).ifPresent(task -> task.origin().resume(tracing, task, () -> due(task, now)));
    }

    /** A swarm has ended: the most urgent task that waits for that starts. */
    public void roomIsFree() {
        tasks.nextForRoom().ifPresent(task -> again(task, "a swarm has ended"));
    }

    /** Something that this task waits for is different now. */
    void lookAgain(TaskId id) {
        tasks.find(id).ifPresent(task -> again(task, "mode, context or safe mode are other than before"));
    }

    private void again(Task task, String because) {
        if (task.state() instanceof TaskState.Postponed postponed && postponed.what() != WaitFor.BUDGET) {
            task.origin().resume(tracing, task, () -> starting.startOrPark(task, postponed.tries(), because));
        }
    }

    private void due(Task task, Instant now) {
        if (task.state() instanceof TaskState.Postponed postponed && !now.isBefore(postponed.until())) {
            starting.startOrPark(task, postponed.tries(), "its wait is over");
        }
        if (task.state() instanceof TaskState.AwaitingApproval awaiting
                && !now.isBefore(awaiting.question().expiresAt())) {
            board.move(task, Moves.expired(awaiting));
        }
        if (task.state() instanceof TaskState.Planned planned && !now.isBefore(planned.until())) {
            board.move(task, Moves.repositoryUnknown(task));
        }
    }
}
