package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy achieved on a kind of failure, from its last 200 runs within a year (LEARN-1).
 *
 * @param kind of failure, for example {@code TEST_FAILURE}; absent: nobody told
 * @param agent the kind of agent behind it; absent: none
 * @param model as its provider calls it; absent: none, or not known
 * @param runs that came to an end
 * @param proven on whose result the system saw the checks green, whether or not that one was offered
 * @param priced how many of their swarms have been settled
 * @param medianMicros what half of these swarms cost at most, in micro-dollars, with all that else was run for them: the ledger knows
 *     swarms, not strategies; absent: none is settled
 */
public record StrategyRecord(
        @Nullable String kind,
        String strategy,
        @Nullable String agent,
        @Nullable String model,
        long runs,
        long proven,
        SuccessRate success,
        long medianMillis,
        long p90Millis,
        long priced,
        @Nullable Long medianMicros,
        @Nullable Long p90Micros,
        Instant latest) {

    /** In words such as {@code 74 % (52 to 90 %)}. */
    public String chance() {
        return Math.round(100 * success.mean()) + " % (" + Math.round(100 * success.low()) + " to "
                + Math.round(100 * success.high()) + " %)";
    }
}
