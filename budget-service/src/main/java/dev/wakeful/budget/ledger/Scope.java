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
 */
public record Scope(String name, Money limit, Instant endsAt, Instant limitUntil) {

    /** Stands for a time that does not come. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** When it makes sense to ask for the amount again: one larger than the limit itself does not fit the next window either. */
    public Instant retryAt(Money amount) {
        return amount.compareTo(limit) > 0 ? limitUntil : endsAt;
    }
}
