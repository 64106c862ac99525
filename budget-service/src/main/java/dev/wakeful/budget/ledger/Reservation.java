package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside, for a swarm or for one call within a swarm's reservation; it resolves once only.
 *
 * @param holder the swarm, or the call as {@link Order} names it
 * @param parent the swarm's reservation that a call is held within
 * @param tripped no call is granted within it any more (BUD-8)
 * @param inDoubt it was open when a checkpoint became the state; calls since then are unknown (BUD-6)
 */
record Reservation(
        ReservationId id,
        String holder,
        @Nullable ReservationId parent,
        Money amount,
        Money overrun,
        State state,
        List<String> scopes,
        @Nullable Instant expiresAt,
        boolean tripped,
        boolean inDoubt) {

    /** One that nothing has stopped, and nobody doubts. */
    Reservation(
            ReservationId id,
            String holder,
            @Nullable ReservationId parent,
            Money amount,
            Money overrun,
            State state,
            List<String> scopes,
            @Nullable Instant expiresAt) {
        this(id, holder, parent, amount, overrun, state, scopes, expiresAt, false, false);
    }

    enum State {
        /** Set aside, not yet resolved. */
        PENDING,
        /** Spent in full or in part, the rest returned. */
        POSTED,
        /** Nothing was spent, all of it returned. */
        VOIDED,
        /** Nobody told what was spent in time: spent in full (BUD-6). */
        EXPIRED,
        /** It ended with no money set aside; none will be. */
        ENDED
    }

    SwarmId swarm() {
        return new SwarmId(holder);
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    /** Whether calls may be held within it. */
    boolean grantsCalls() {
        return isPending() && !tripped;
    }

    boolean parentIs(Optional<ReservationId> other) {
        return Optional.ofNullable(parent).equals(other);
    }
}
