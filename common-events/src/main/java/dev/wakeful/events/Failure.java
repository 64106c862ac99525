package dev.wakeful.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one failure before anyone is paid to fix it.
 *
 * @param kind what sort of check failed
 * @param test the first failing test where the log names one
 * @param failing number of failing tests where the log counts them
 * @param total number of tests run where the log counts them
 * @param error the first error line, trimmed; text from outside, data only
 * @param excerpt the failing lines of the log, trimmed; text from outside, data only
 */
public record Failure(
        Kind kind,
        @Nullable String test,
        @Nullable Integer failing,
        @Nullable Integer total,
        @Nullable String error,
        List<String> excerpt) {

    public Failure {
        excerpt = List.copyOf(excerpt);
    }

    /** The triggers of AUTH-1 and AUTH-2 that a build can pull. */
    public enum Kind {
        TEST_FAILURE,
        BUILD_ERROR
    }

    /** What a failure turned out to be (TRG-17). */
    public enum Classification {
        /** It came with a change, or reproduces on the failing revision: a swarm's work. */
        REGRESSION,
        /** It passes and fails on the same revision: quarantine. */
        FLAKY,
        /** The machine or the network, not the code: self-healing. */
        INFRASTRUCTURE
    }
}
