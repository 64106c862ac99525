package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether an amount fits under every cap. Pure. */
final class Refusal {

    private Refusal() {}

    /** Of several scopes that refuse, the one that opens last: to ask again earlier would be refused again. */
    static Optional<Outcome.Denied> of(Money amount, Collection<Scope> scopes, Map<String, Balance> balances) {
        return scopes.stream()
                .filter(scope -> left(scope, balances).compareTo(amount) < 0)
                .max(Comparator.comparing(scope -> scope.retryAt(amount)))
                .map(scope -> {
                    Money left = left(scope, balances);
                    return new Outcome.Denied(
                            scope.name(), left.isNegative() ? Money.ZERO : left, scope.retryAt(amount));
                });
    }

    private static Money left(Scope scope, Map<String, Balance> balances) {
        Balance balance = Objects.requireNonNull(balances.get(scope.name()), scope.name());
        return scope.left(balance.used());
    }
}
