package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a workspace when its swarm has reached a step. Pure.
 *
 * @param reason one sentence
 * @param until when it is to go, if it is kept
 */
record Fate(WorkspaceState state, String reason, @Nullable Instant until) {

    static Fate at(Step reached, Duration keepFailed, Instant now) {
        return switch (reached) {
            case Step.Reproduce reproduce -> inUse();
            case Step.Search search -> inUse();
            case Step.Fix fix -> inUse();
            case Step.Verify verify -> inUse();
            case Step.Pack pack -> inUse();
            case Step.Failed failed -> failed(failed, keepFailed, now);
            case Step.Stopped stopped -> new Fate(WorkspaceState.MARKED, "The swarm was stopped.", null);
            case Step.Completed completed -> new Fate(WorkspaceState.MARKED, "The swarm has completed.", null);
        };
    }

    private static Fate inUse() {
        return new Fate(WorkspaceState.CUT, "In use by its swarm.", null);
    }

    private static Fate failed(Step.Failed end, Duration keepFailed, Instant now) {
        String reason = "The swarm failed (" + end.reason() + ")";
        return keepFailed.isPositive()
                ? new Fate(WorkspaceState.KEPT, reason + "; kept for a person to look at.", now.plus(keepFailed))
                : new Fate(WorkspaceState.MARKED, reason + ".", null);
    }
}
