package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What many requests want of each account together, and under which limit every one of them is granted, whoever comes first. */
final class AccountSums {

    private final Map<String, Sum> sums = new HashMap<>();

    static AccountSums of(List<Order.Reserve> orders) {
        AccountSums all = new AccountSums();
        for (Order.Reserve order : orders) {
            for (Scope scope : order.request().scopes()) {
                all.sums
                        .computeIfAbsent(scope.name(), name -> new Sum(scope))
                        .add(scope, order.request().amount().micros());
            }
        }
        return all;
    }

    /** One array for each column, in the same order. */
    Map<String, Object> columns() {
        return Map.of(
                "wanted", sums.keySet().toArray(String[]::new),
                "limits", micros(sums.values(), sum -> sum.limit),
                "ceilings", micros(sums.values(), sum -> sum.ceiling),
                "totals", micros(sums.values(), sum -> sum.total));
    }

    private static long[] micros(Collection<Sum> sums, ToLongFunction<Sum> micros) {
        return sums.stream().mapToLong(micros).toArray();
    }

    /** @param before what was in use of the accounts in which it was set aside */
    void tell(Watch watch, Map<String, Long> before, Instant now) {
        before.forEach((name, used) -> {
            Sum sum = sums.get(name);
            if (sum != null && !sum.scope.endsAt().equals(Scope.NEVER)) {
                watch.more(sum.scope, Money.micros(used), Money.micros(used + sum.total), now);
            }
        });
    }

    private static final class Sum {
        private Scope scope;
        private long limit;
        private long ceiling;
        private long total;

        Sum(Scope scope) {
            this.scope = scope;
            this.limit = scope.limit().micros();
            this.ceiling = scope.ceiling().micros();
        }

        void add(Scope wanted, long micros) {
            if (wanted != scope) {
                scope = wanted;
                limit = Math.max(limit, wanted.limit().micros());
                ceiling = Math.min(ceiling, wanted.ceiling().micros());
            }
            total = Math.addExact(total, micros);
        }
    }
}
