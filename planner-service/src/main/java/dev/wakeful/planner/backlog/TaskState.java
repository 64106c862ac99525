package dev.wakeful.planner.backlog;

import dev.wakeful.events.ChangeId;
import dev.wakeful.events.SwarmId;
import java.time.Instant;

/** Where a task is in its life. Only {@link Closed} is never left; the planner itself leaves the other ends only when the failure is over. */
sealed interface TaskState {

    /** It may start and waits for its repository to be told of, at most until then. */
    record Planned(Instant until) implements TaskState {}

    /** A swarm was asked for. */
    record Running(SwarmId swarm, Tries tries) implements TaskState {}

    /** The swarm has proven a fix, which is being offered. */
    record Proven(SwarmId swarm, Tries tries) implements TaskState {}

    /** The budget denied it; it starts again then. */
    record Postponed(Instant until, Tries tries) implements TaskState {}

    /** A person decides (AUTH-11). */
    record AwaitingApproval() implements TaskState {}

    /** A proven change is offered to people. */
    record Proposed(ChangeId change, String url) implements TaskState {}

    /** Set aside for a person. */
    record Parked() implements TaskState {}

    /** Nothing is left to do. */
    record Closed() implements TaskState {}
}
