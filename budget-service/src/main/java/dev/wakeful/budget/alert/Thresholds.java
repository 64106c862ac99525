package dev.wakeful.budget.alert;

import dev.wakeful.events.Money;
import java.util.List;

/** The shares of a cap that people want to hear of (BUD-5). Pure. */
final class Thresholds {

    private static final List<Integer> PERCENTS = List.of(25, 50, 75, 90, 95, 99, 100);

    private Thresholds() {}

    /** Those that were not reached before and are now; none where the cap is nothing. */
    static List<Integer> crossed(Money before, Money after, Money limit) {
        return PERCENTS.stream()
                .filter(percent -> isReached(percent, after, limit) && !isReached(percent, before, limit))
                .toList();
    }

    private static boolean isReached(int percent, Money used, Money limit) {
        return limit.micros() > 0
                && Math.multiplyExact(used.micros(), 100) >= Math.multiplyExact(limit.micros(), percent);
    }
}
