package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;

/**
 * How a pending amount is resolved: posted in full or in part, and the rest returned.
 *
 * @param overrun what was spent and no reservation covers
 */
record Posting(Money posted, Money released, Money overrun) {

    static Posting of(Money reserved, Money spent) {
        Money posted = reserved.compareTo(spent) < 0 ? reserved : spent;
        return new Posting(posted, reserved.minus(posted), spent.minus(posted));
    }
}
