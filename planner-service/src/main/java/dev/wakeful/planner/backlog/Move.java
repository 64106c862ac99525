package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.TaskEvent;
import java.util.Optional;

/** A task's next state, and the decision that leads there. */
record Move(TaskState to, Decision decision) {

    /** The event that tells of this move of the task; a proven fix is told of by its swarm already. */
    Optional<TaskEvent> told(Task task) {
        return Optional.ofNullable(
                switch (to) {
                    case TaskState.Planned ignored ->
                        new TaskEvent.Planned(
                                task.id(),
                                task.finding().finding(),
                                task.finding().repository(),
                                task.title(),
                                task.terms().tier(),
                                task.terms().priority(),
                                task.terms().cap(),
                                decision);
                    case TaskState.Running running ->
                        new TaskEvent.Started(
                                task.id(), running.swarm(), running.tries().attempt(), decision);
                    case TaskState.Proven ignored -> null;
                    case TaskState.Postponed postponed ->
                        new TaskEvent.Postponed(task.id(), postponed.until(), decision);
                    case TaskState.AwaitingApproval awaiting ->
                        new TaskEvent.ApprovalRequired(
                                task.id(),
                                task.finding().finding(),
                                task.finding().repository(),
                                task.title(),
                                task.terms().tier(),
                                decision,
                                awaiting.question());
                    case TaskState.Proposed proposed ->
                        new TaskEvent.Proposed(task.id(), proposed.change(), proposed.url(), decision);
                    case TaskState.Parked ignored ->
                        new TaskEvent.Parked(
                                task.id(),
                                task.finding().finding(),
                                task.finding().repository(),
                                task.title(),
                                decision);
                    case TaskState.Closed ignored -> new TaskEvent.Closed(task.id(), decision);
                });
    }
}
