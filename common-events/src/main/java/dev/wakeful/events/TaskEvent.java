package dev.wakeful.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of a piece of work, each step with the decision that led to it. Key: the task. */
public sealed interface TaskEvent extends Event {

    TaskId task();

    Decision decision();

    @Override
    default String key() {
        return task().value();
    }

    /**
     * A task was made and may start without a person.
     *
     * @param tier 1 is the most autonomous (AUTH)
     * @param priority 1 comes first
     * @param cap the most this task may ever spend
     */
    @WireName("task.planned.v1")
    record Planned(
            TaskId task,
            FindingId finding,
            RepositoryName repository,
            String title,
            int tier,
            int priority,
            Money cap,
            Decision decision)
            implements TaskEvent {}

    /**
     * A task was made, and its conditions are not met: a person decides (AUTH-11).
     *
     * @param question what exactly is asked; a newer one voids it (AUTH-10)
     */
    @WireName("task.approval-required.v1")
    record ApprovalRequired(
            TaskId task,
            FindingId finding,
            RepositoryName repository,
            String title,
            int tier,
            Decision decision,
            @Nullable Question question)
            implements TaskEvent {}

    /**
     * A question to a person.
     *
     * @param quote the most a yes may cost
     * @param risk what could go wrong, one sentence
     * @param expiresAt when it parks; it never passes by itself (AUTH-10)
     */
    record Question(ApprovalId approval, Money quote, String risk, Instant expiresAt) {}

    /** A swarm was asked for. */
    @WireName("task.started.v1")
    record Started(TaskId task, SwarmId swarm, int attempt, Decision decision) implements TaskEvent {}

    /** The task waits for something that will come by itself, such as a new budget window. */
    @WireName("task.postponed.v1")
    record Postponed(TaskId task, Instant until, Decision decision) implements TaskEvent {}

    /** A proven change is offered to people; what is left is theirs. */
    @WireName("task.proposed.v1")
    record Proposed(TaskId task, ChangeId change, String url, Decision decision) implements TaskEvent {}

    /** Set aside for a person, with the reason (terminal until somebody acts). */
    @WireName("task.parked.v1")
    record Parked(TaskId task, FindingId finding, RepositoryName repository, String title, Decision decision)
            implements TaskEvent {}

    /** Nothing is left to do. */
    @WireName("task.closed.v1")
    record Closed(TaskId task, Decision decision) implements TaskEvent {}
}
