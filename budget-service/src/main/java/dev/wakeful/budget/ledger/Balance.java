package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;

/** What is set aside, spent and overrun in one account, and its cap. */
record Balance(Money limit, Money reserved, Money spent, Money overrun) {

    /** What is left under the cap; negative after an overrun. */
    Money available() {
        return limit.minus(used());
    }

    /** What nobody else can have: set aside, spent, or spent without cover. */
    Money used() {
        return reserved.plus(spent).plus(overrun);
    }

    Balance plus(Entry entry) {
        return new Balance(
                limit, reserved.plus(entry.reserved()), spent.plus(entry.spent()), overrun.plus(entry.overrun()));
    }
}
