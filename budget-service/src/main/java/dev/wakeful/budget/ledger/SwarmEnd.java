package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.util.List;

/**
 * A swarm has ended.
 *
 * @param spent what it used, priced
 * @param scopes where to book what no reservation covers, should there be none
 * @param reason why nothing was used, told when that is so
 */
public record SwarmEnd(SwarmId swarm, Money spent, List<Scope> scopes, String reason) {

    public SwarmEnd {
        scopes = List.copyOf(scopes);
        if (spent.isNegative()) {
            throw new IllegalArgumentException("Swarm " + swarm + " cannot have spent " + spent);
        }
    }
}
