package dev.wakeful.bughunter.history;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one run of a job ended.
 *
 * @param at when it ended, by the CI system's clock
 * @param finding the finding a failed run was reported to, where it was reported
 */
public record JobRun(
        String branch,
        Revision revision,
        int attempt,
        Outcome outcome,
        Instant at,
        @Nullable FindingId finding) {

    /** Green or red. */
    public enum Outcome {
        PASSED,
        FAILED
    }

    /** A red run, and the finding it was reported to. */
    public static JobRun failed(BuildEvent.Failed failed, Optional<FindingId> finding) {
        return new JobRun(
                failed.branch(),
                failed.revision(),
                failed.attempt(),
                Outcome.FAILED,
                failed.failedAt(),
                finding.orElse(null));
    }

    /** A green run. */
    public static JobRun passed(BuildEvent.Passed passed) {
        return new JobRun(
                passed.branch(), passed.revision(), passed.attempt(), Outcome.PASSED, passed.passedAt(), null);
    }

    boolean isGreen() {
        return outcome == Outcome.PASSED;
    }

    boolean on(String wanted) {
        return branch.equals(wanted);
    }
}
