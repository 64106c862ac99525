package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;

/**
 * Wants an amount set aside in all scopes or in none.
 *
 * @param scopes all the caps it must fit under, the widest first
 * @param expiresAt from when the reservation counts as spent in full (BUD-6)
 */
public record ReservationRequest(SwarmId swarm, Money amount, List<Scope> scopes, Instant expiresAt) {

    public ReservationRequest {
        scopes = List.copyOf(scopes);
        if (amount.isNegative() || scopes.isEmpty()) {
            throw new IllegalArgumentException("A reservation for " + swarm
                    + " needs an amount of 0 or more and a scope, got " + amount + " in " + scopes);
        }
    }
}
