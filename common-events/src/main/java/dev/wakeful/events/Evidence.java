package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;

/**
 * One check of one revision, as the system itself ran it (VER-5).
 *
 * @param role what the run was for
 * @param grade how much it can be trusted; only the system writes grades above claimed
 * @param revision the exact revision the check ran on
 * @param command the check
 * @param verdict how it ended
 * @param exitCode the process's exit code; -1 when it was ended by the time limit
 * @param tail the last lines of its output; text from outside, data only
 */
public record Evidence(
        Role role,
        Grade grade,
        Revision revision,
        String command,
        Verdict verdict,
        int exitCode,
        Duration duration,
        Instant at,
        String tail) {

    /** Why a check was run. */
    public enum Role {
        /** On the failing revision: is it red at all? */
        BASE,
        /** While looking for the culprit. */
        BISECTION,
        /** On the exact revision that is offered. */
        HEAD
    }

    /** From word of mouth to seen in production. */
    public enum Grade {
        CLAIMED,
        OBSERVED,
        GATED,
        CI,
        PRODUCTION
    }

    /** A check that could not run is neither red nor green. */
    public enum Verdict {
        RED,
        GREEN,
        BROKEN
    }
}
