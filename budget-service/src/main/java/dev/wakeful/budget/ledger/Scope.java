package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;

/**
 * One cap that a reservation must fit under; names one account.
 *
 * @param name for example {@code day:2026-11-20}
 * @param limit the most that may be reserved and spent in it together
 * @param endsAt when its window ends and the next one begins empty
 * @param limitUntil up to when the windows that follow have the same limit
 * @param pausing whether nothing new begins while 90 % of it are in use (BUD-5)
 */
public record Scope(String name, Money limit, Instant endsAt, Instant limitUntil, boolean pausing) {

    /** Stands for a time that does not come. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public Scope(String name, Money limit, Instant endsAt, Instant limitUntil) {
        this(name, limit, endsAt, limitUntil, false);
    }

    /** The same cap, under which nothing new begins while 90 % of it are in use (BUD-5). */
    public Scope whichPauses() {
        return new Scope(name, limit, endsAt, limitUntil, true);
    }

    /** Whether so much in use stops new work. */
    boolean pausesAt(Money used) {
        return pausing && used.micros() >= limit.micros() / 10 * 9 + limit.micros() % 10 * 9 / 10;
    }

    /** When it makes sense to ask for the amount again: one larger than the limit itself does not fit the next window either. */
    public Instant retryAt(Money amount) {
        return amount.compareTo(limit) > 0 ? limitUntil : endsAt;
    }
}
