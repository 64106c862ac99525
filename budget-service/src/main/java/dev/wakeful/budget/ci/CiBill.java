package dev.wakeful.budget.ci;

import dev.wakeful.events.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one job of a CI system costs. Pure. Each begun minute counts, as CI systems bill it.
 *
 * @param measured false where nobody knows how long it took, so that it counts as the longest (BUD-6)
 */
record CiBill(long minutes, boolean measured, Money cost) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static CiBill of(@Nullable Duration took, CiProperties prices) {
        boolean measured = took != null && !took.isNegative() && took.compareTo(prices.longestJob()) <= 0;
        Duration counts = measured && took != null ? took : prices.longestJob();
        long minutes = counts.plus(MINUTE).minusNanos(1).toMinutes();
        return new CiBill(minutes, measured, Money.micros(Math.multiplyExact(minutes, prices.minuteMicros())));
    }
}
