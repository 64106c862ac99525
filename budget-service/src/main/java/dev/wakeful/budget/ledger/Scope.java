package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;

/**
 * One cap that a reservation must fit under; names one account.
 *
 * @param name for example {@code day:2026-11-20}
 * @param limit the most that may be in use in it together, once this has been granted
 * @param cap the whole of it, of which the limit may be a part; thresholds are shares of this
 * @param endsAt when its window ends and the next one begins empty
 * @param limitUntil up to when the windows that follow have the same limit
 * @param pausePercent from which share of the cap on nothing is granted (BUD-5)
 */
public record Scope(String name, Money limit, Money cap, Instant endsAt, Instant limitUntil, int pausePercent) {

    /** Stands for a time that does not come. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final int NOT_AT_ALL = Integer.MAX_VALUE;

    public Scope(String name, Money limit, Instant endsAt, Instant limitUntil) {
        this(name, limit, limit, endsAt, limitUntil, NOT_AT_ALL);
    }

    /** The same cap, under which nothing is granted from this share of it on. */
    public Scope pausingFrom(int percent) {
        return new Scope(name, limit, cap, endsAt, limitUntil, percent);
    }

    /** The same cap, up to which everything is granted. */
    Scope neverPausing() {
        return new Scope(name, limit, cap, endsAt, limitUntil, NOT_AT_ALL);
    }

    /** The same cap, of which only a part is to be had. */
    public Scope keepingBackAllBut(Money part) {
        return new Scope(name, part, cap, endsAt, limitUntil, pausePercent);
    }

    /** What may still be granted; less than nothing where not even nothing is. */
    Money left(Money used) {
        boolean pauses = pausePercent != NOT_AT_ALL
                && Math.multiplyExact(used.micros(), 100) >= Math.multiplyExact(cap.micros(), pausePercent);
        Money left = limit.minus(used);
        return pauses && !left.isNegative() ? Money.micros(-1) : left;
    }

    /** As long as no more than this is in use after it, a grant is sure. */
    Money ceiling() {
        if (pausePercent == NOT_AT_ALL) {
            return limit;
        }
        long untilPause = Math.floorDiv(Math.multiplyExact(cap.micros(), pausePercent) - 1, 100L);
        return Money.micros(Math.min(limit.micros(), untilPause));
    }

    /** When it makes sense to ask for the amount again: one larger than the limit itself does not fit the next window either. */
    public Instant retryAt(Money amount) {
        return amount.compareTo(limit) > 0 ? limitUntil : endsAt;
    }
}
