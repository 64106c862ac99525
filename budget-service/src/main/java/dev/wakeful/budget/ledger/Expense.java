package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.util.List;

/**
 * Something that cost money without having asked for it, such as minutes of a CI system (BUD-9).
 *
 * @param name tells it from all others; booked once, however often it is told
 * @param scopes all the caps it counts under
 */
public record Expense(String name, Money cost, List<Scope> scopes) {

    public Expense {
        scopes = List.copyOf(scopes);
        if (cost.isNegative() || scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " needs a cost of 0 or more and a scope, got " + cost + " in " + scopes);
        }
    }

    /** No swarm and no call is called so. */
    static String holderOf(String name) {
        return "expense:" + name;
    }
}
