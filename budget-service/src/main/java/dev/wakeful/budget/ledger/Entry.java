package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.util.List;
import java.util.stream.Stream;

/** One line of the journal: what changes in every account of a reservation. Never changed, never deleted. */
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

    /** The change of both together; the kind is this one's. */
    Entry plus(Entry other) {
        return new Entry(kind, reserved.plus(other.reserved), spent.plus(other.spent), overrun.plus(other.overrun));
    }

    /** What resolving a pending amount changes: an entry for each part that is not nothing. */
    static List<Entry> of(Posting posting) {
        return Stream.of(settle(posting.posted()), release(posting.released()), overrun(posting.overrun()))
                .filter(entry -> !entry.isNothing())
                .toList();
    }

    private boolean isNothing() {
        return reserved.equals(Money.ZERO) && spent.equals(Money.ZERO) && overrun.equals(Money.ZERO);
    }
}
