package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;

/** What became of an {@link HoldWriter order}; one answer for each caller. */
public sealed interface Outcome {

    /** The whole amount is set aside in every scope, also when it was so before. */
    record Granted() implements Outcome {}

    /**
     * Nothing is set aside.
     *
     * @param scope the one that refused, of several the one that opens last
     * @param retryAt from when on asking again makes sense; {@link Scope#NEVER} where that does not come
     */
    record Denied(String scope, Money available, Instant retryAt) implements Outcome {}

    /** It was resolved, now or earlier: it holds nothing any more. */
    record Resolved() implements Outcome {}

    /** Nothing was ever set aside under this name. */
    record Unknown() implements Outcome {}
}
