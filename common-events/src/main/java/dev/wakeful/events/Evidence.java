package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param step which step of the repository's pipeline this was, for example {@code tests}; absent: the check of the failure itself (VER-1)
 * @param note what the reports of the step say, in one sentence: tests executed, coverage, findings, times
 * @param coverage what its coverage report counts; absent: none was written
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
        String tail,
        @Nullable String step,
        @Nullable String note,
        @Nullable Coverage coverage) {

    /** The check of the failure itself, which is no step of a pipeline. */
    public Evidence(
            Role role,
            Grade grade,
            Revision revision,
            String command,
            Verdict verdict,
            int exitCode,
            Duration duration,
            Instant at,
            String tail) {
        this(role, grade, revision, command, verdict, exitCode, duration, at, tail, null, null, null);
    }

    /** A step of a pipeline that reports no coverage. */
    public Evidence(
            Role role,
            Grade grade,
            Revision revision,
            String command,
            Verdict verdict,
            int exitCode,
            Duration duration,
            Instant at,
            String tail,
            @Nullable String step,
            @Nullable String note) {
        this(role, grade, revision, command, verdict, exitCode, duration, at, tail, step, note, null);
    }

    /** How many lines there are to cover, and how many of them a run of the tests covered. */
    public record Coverage(long covered, long lines) {}

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
