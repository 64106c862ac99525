package dev.wakeful.budget.alert;

import dev.wakeful.events.Money;
import java.util.List;

/** The shares of a cap that people want to hear of (BUD-5). Pure. */
final class Thresholds {

    private Thresholds() {}

    /** Those that were not reached before and are now; none where the cap is nothing. */
    static List<Integer> crossed(List<Integer> percents, Money before, Money after, Money limit) {
        return percents.stream()
                .filter(percent -> isReached(percent, after, limit) && !isReached(percent, before, limit))
                .toList();
    }

    private static boolean isReached(int percent, Money used, Money limit) {
        return limit.micros() > 0
                && Math.multiplyExact(used.micros(), 100) >= Math.multiplyExact(limit.micros(), percent);
    }
}
