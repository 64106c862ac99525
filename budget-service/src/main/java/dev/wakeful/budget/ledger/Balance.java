package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;

/** What is set aside, spent and overrun in one account. */
record Balance(Money reserved, Money spent, Money overrun) {

    static final Balance NOTHING = new Balance(Money.ZERO, Money.ZERO, Money.ZERO);

    /** What nobody else can have: set aside, spent, or spent without cover. */
    Money used() {
        return reserved.plus(spent).plus(overrun);
    }

    Balance plus(Entry entry) {
        return new Balance(reserved.plus(entry.reserved()), spent.plus(entry.spent()), overrun.plus(entry.overrun()));
    }
}
