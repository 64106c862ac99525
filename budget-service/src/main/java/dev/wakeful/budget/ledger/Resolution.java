package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;

/** How a pending reservation ends: what it becomes, and what is booked. */
record Resolution(Reservation reservation, Reservation.State state, Posting posting) {

    /** What was spent is posted, nothing at all is a void. */
    static Resolution of(Reservation pending, Money spent) {
        return new Resolution(
                pending,
                spent.equals(Money.ZERO) ? Reservation.State.VOIDED : Reservation.State.POSTED,
                Posting.of(pending.amount(), spent));
    }

    /** Nobody told what was spent: at least all of it (BUD-6). */
    static Resolution expired(Reservation pending, Money known) {
        Money amount = pending.amount();
        return new Resolution(
                pending, Reservation.State.EXPIRED, Posting.of(amount, known.compareTo(amount) > 0 ? known : amount));
    }
}
