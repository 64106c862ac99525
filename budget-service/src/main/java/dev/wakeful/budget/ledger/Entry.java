package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;

/** One line of the journal: what changes in each account of a reservation. Never changed, never deleted. */
record Entry(Kind kind, Money reserved, Money spent, Money overrun) {

    enum Kind {
        RESERVE,
        SETTLE,
        RELEASE,
        OVERRUN
    }

    static Entry reserve(Money amount) {
        return new Entry(Kind.RESERVE, amount, Money.ZERO, Money.ZERO);
    }

    static Entry settle(Money amount) {
        return new Entry(Kind.SETTLE, Money.ZERO.minus(amount), amount, Money.ZERO);
    }

    static Entry release(Money amount) {
        return new Entry(Kind.RELEASE, Money.ZERO.minus(amount), Money.ZERO, Money.ZERO);
    }

    static Entry overrun(Money amount) {
        return new Entry(Kind.OVERRUN, Money.ZERO, Money.ZERO, amount);
    }
}
