package dev.wakeful.planner.backlog;

import dev.wakeful.events.ChangeId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.dispatch.StopCause;
import dev.wakeful.planner.dispatch.WaitFor;
import java.time.Instant;
import java.util.Optional;

/** Where a task is in its life. Only {@link Closed} is never left; the planner itself leaves the other ends only when the failure is over. */
sealed interface TaskState {

    /** It may start and waits for its repository to be told of, at most until then. */
    record Planned(Instant until) implements TaskState {}

    /**
     * A swarm was asked for.
     *
     * @param stopping why it was told to stop, if it was
     */
    record Running(SwarmId swarm, Tries tries, Optional<StopCause> stopping) implements TaskState {

        Running(SwarmId swarm, Tries tries) {
            this(swarm, tries, Optional.empty());
        }
    }

    /** The swarm has proven a fix, which is being offered. */
    record Proven(SwarmId swarm, Tries tries) implements TaskState {}

    /** It waits for what comes by itself, at most until then. */
    record Postponed(Instant until, Tries tries, WaitFor what) implements TaskState {}

    /** A person decides: exactly this question is open, and only until it expires (AUTH-10, AUTH-11). */
    record AwaitingApproval(TaskEvent.Question question, Tries tries) implements TaskState {}

    /** A proven change is offered to people. */
    record Proposed(ChangeId change, String url) implements TaskState {}

    /** Set aside for a person. */
    record Parked() implements TaskState {}

    /** When this state ends by itself, where a job sees to that from its beginning. */
    default Optional<Instant> deadline() {
        return switch (this) {
            case Postponed postponed -> Optional.of(postponed.until());
            case AwaitingApproval awaiting -> Optional.of(awaiting.question().expiresAt());
            case Planned ignored -> Optional.empty();
            case Running ignored -> Optional.empty();
            case Proven ignored -> Optional.empty();
            case Proposed ignored -> Optional.empty();
            case Parked ignored -> Optional.empty();
            case Closed ignored -> Optional.empty();
        };
    }

    /** Nothing is left to do. */
    record Closed() implements TaskState {}
}
