package dev.wakeful.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people tell the system. Key: what it is about. Heard on a thread of its own, so it never queues behind work. */
public sealed interface ControlEvent extends Event {

    /** What is said of the whole installation. Key: always {@code installation}, so that it stays in order. */
    sealed interface OfInstallation extends ControlEvent {
        @Override
        default String key() {
            return "installation";
        }
    }

    /** A repository is watched from now on, or its settings changed; {@code by} said so. */
    @WireName("repository.added.v1")
    record RepositoryAdded(WatchedRepository repository, String by) implements ControlEvent {
        @Override
        public String key() {
            return repository.name().value();
        }
    }

    /** A repository is not watched any more; {@code by} said so. */
    @WireName("repository.removed.v1")
    record RepositoryRemoved(RepositoryName repository, String by) implements ControlEvent {
        @Override
        public String key() {
            return repository.value();
        }
    }

    /**
     * Emergency stop (STOP-1…3): nothing new starts, what runs is ended, and no effect of an epoch below this one leaves the system.
     *
     * @param epoch higher than any before
     * @param at when it was asked for; the time to quiet counts from here (STOP-4)
     * @param by a person, or the rule that tripped, for example {@code STOP-2}
     */
    @WireName("system.stopped.v1")
    record Stopped(long epoch, Instant at, String by, String reason) implements OfInstallation {}

    /** A person ended the stop of exactly this epoch; a newer stop stands. */
    @WireName("system.resumed.v1")
    record Resumed(long epoch, String by, String reason) implements OfInstallation {}

    /**
     * A person said yes to exactly this question (AUTH-10).
     *
     * @param swarm whose agent asked, so that the answer is for it alone; absent: the planner asked
     */
    @WireName("task.approved.v1")
    record TaskApproved(
            TaskId task,
            ApprovalId approval,
            Money quote,
            String by,
            String reason,
            @Nullable SwarmId swarm) implements ControlEvent {

        /** A yes to the planner. */
        public TaskApproved(TaskId task, ApprovalId approval, Money quote, String by, String reason) {
            this(task, approval, quote, by, reason, null);
        }

        @Override
        public String key() {
            return task.value();
        }
    }

    /**
     * A person said no to exactly this question (AUTH-10).
     *
     * @param swarm whose agent asked, so that the answer is for it alone; absent: the planner asked
     */
    @WireName("task.denied.v1")
    record TaskDenied(
            TaskId task,
            ApprovalId approval,
            String by,
            String reason,
            @Nullable SwarmId swarm) implements ControlEvent {

        /** A no to the planner. */
        public TaskDenied(TaskId task, ApprovalId approval, String by, String reason) {
            this(task, approval, by, reason, null);
        }

        @Override
        public String key() {
            return task.value();
        }
    }

    /**
     * A person ends one task: its swarm is called off, no further attempt is made, and what it would offer is offered to nobody. The planner
     * answers with {@code task.parked}, whose decision says who and why; a task that is over, or whose change is offered, stays as it is.
     */
    @WireName("task.stop-requested.v1")
    record TaskStopRequested(TaskId task, String by, String reason) implements ControlEvent {
        @Override
        public String key() {
            return task.value();
        }
    }

    /**
     * A cap is to be changed, from now on (BUD). The ledger answers with what it did.
     *
     * @param limit its name in the policy, for example {@code day} or {@code night}; for one repository {@code repository:acme/shop}
     */
    @WireName("limit.set.v1")
    record LimitSet(String limit, Money amount, String by, String reason) implements ControlEvent {
        @Override
        public String key() {
            return limit;
        }
    }

    /**
     * A person asks for a mode (MODE-2, MODE-3).
     *
     * @param until when the schedule decides again; absent: when the mode's own rules end it
     */
    @WireName("mode.requested.v1")
    record ModeRequested(ModeEvent.Mode mode, @Nullable Instant until, String by, String reason)
            implements OfInstallation {}

    /** A person says what they are doing (MODE-9); absent {@code until}: until the rules of the policy see a sign to the contrary. */
    @WireName("context.set.v1")
    record ContextSet(ModeEvent.Context context, @Nullable Instant until, String by) implements OfInstallation {}

    /** A sign of life of a person: a message, click, command or push (MODE-6). Told at most every few seconds for each person. */
    @WireName("person.seen.v1")
    record PersonSeen(String by, Instant at, String how) implements OfInstallation {}

    /** Every service writes down all it knows, now (STATE-2), and says when it has. */
    @WireName("checkpoint.requested.v1")
    record CheckpointRequested(String checkpoint, Instant at, String by) implements OfInstallation {}

    /** A person wants a swarm's workspace removed (DEV-10); refused while the swarm is at work. */
    @WireName("workspace.removal-requested.v1")
    record WorkspaceRemovalRequested(SwarmId swarm, String by, String reason) implements ControlEvent {
        @Override
        public String key() {
            return swarm.value();
        }
    }
}
