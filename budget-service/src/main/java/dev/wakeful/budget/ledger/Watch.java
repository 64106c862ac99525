package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;

/** Is told of every account in which more is in use than before, within the transaction that made it so and while it is locked. */
public interface Watch {

    /** Pays no attention. */
    Watch NOBODY = (scope, before, after, now) -> {};

    /**
     * @param scope the account, with its cap and the end of its window
     * @param before set aside and spent until now
     * @param after set aside and spent from now on
     */
    void more(Scope scope, Money before, Money after, Instant now);
}
