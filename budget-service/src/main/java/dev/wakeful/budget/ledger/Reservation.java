package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import java.util.List;

/** Money set aside for one swarm; it resolves once only. */
record Reservation(ReservationId id, SwarmId swarm, Money amount, Money overrun, State state, List<String> scopes) {

    enum State {
        /** Set aside, not yet resolved. */
        PENDING,
        /** Spent in full or in part, the rest returned. */
        POSTED,
        /** Nothing was spent, all of it returned. */
        VOIDED,
        /** Nobody told what was spent in time: spent in full (BUD-6). */
        EXPIRED,
        /** The swarm ended before any money was set aside; none will be. */
        ENDED
    }
}
