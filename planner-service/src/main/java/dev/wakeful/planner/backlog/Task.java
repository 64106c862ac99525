package dev.wakeful.planner.backlog;

import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.authority.Terms;
import java.util.Optional;

/**
 * One piece of work.
 *
 * @param finding what it is about, as it was raised
 * @param takenFor what the finding is taken for now
 */
record Task(
        TaskId id,
        FindingEvent.Raised finding,
        Failure.Classification takenFor,
        Terms terms,
        TaskState state,
        Origin origin) {

    private static final int TITLE = 120;

    /** What it is about, for people. */
    String title() {
        Failure failure = finding.failure();
        String title = switch (failure.kind()) {
            case TEST_FAILURE -> Optional.ofNullable(failure.test()).orElse(finding.job()) + " fails";
            case BUILD_ERROR -> finding.job() + " does not build";
        };
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1).stripTrailing() + "…";
    }

    /** The part of the repository it is about, as far as the failure tells (LIM-3). */
    String area() {
        return Area.of(finding);
    }

    /** The state, when this very swarm runs for the task. Any other swarm's word is out of date. */
    Optional<TaskState.Running> runningWith(SwarmId swarm) {
        return state instanceof TaskState.Running running && running.swarm().equals(swarm)
                ? Optional.of(running)
                : Optional.empty();
    }

    /** True when this very swarm runs for the task, or has proven its fix. */
    boolean isServedBy(SwarmId swarm) {
        return runningWith(swarm).isPresent()
                || (state instanceof TaskState.Proven proven && proven.swarm().equals(swarm));
    }
}
