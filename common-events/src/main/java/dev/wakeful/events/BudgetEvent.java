package dev.wakeful.events;

import java.time.Instant;
import java.util.List;

/** What the ledger did. Key: the swarm the money is for. */
public sealed interface BudgetEvent extends Event {

    SwarmId swarm();

    @Override
    default String key() {
        return swarm().value();
    }

    /** The amount is set aside in every scope, in one transaction (BUD-2). */
    @WireName("budget.reserved.v1")
    record Reserved(ReservationId reservation, SwarmId swarm, Money amount, List<String> scopes, Instant expiresAt)
            implements BudgetEvent {
        public Reserved {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * At least one scope has not enough left; nothing is set aside.
     *
     * @param scope the scope that refused, of several the one that opens last, for example {@code day:2026-11-20}
     * @param retryAt when that scope's window ends; for an amount above the cap itself, when a larger cap begins
     */
    @WireName("budget.denied.v1")
    record Denied(SwarmId swarm, Money amount, String scope, Money available, Instant retryAt) implements BudgetEvent {}

    /** What was used is booked, the rest is free again. */
    @WireName("budget.settled.v1")
    record Settled(ReservationId reservation, SwarmId swarm, Money spent, Money released) implements BudgetEvent {}

    /** Nothing was used: the whole reservation is free again. */
    @WireName("budget.released.v1")
    record Released(ReservationId reservation, SwarmId swarm, Money released, String reason) implements BudgetEvent {}
}
