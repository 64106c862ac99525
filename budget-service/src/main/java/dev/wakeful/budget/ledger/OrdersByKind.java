package dev.wakeful.budget.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out orders that were asked at the same time, kind by kind and each kind in one transaction: first what gives money back. Plain
 * ones take the short way.
 */
final class OrdersByKind {

    private final OrderBatch batch;
    private final PlainOrders plain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OrdersByKind(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, Watch watch) {
        this.batch = new OrderBatch(jdbc, watch);
        this.plain = new PlainOrders(jdbc, watch);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One outcome for each order, durable. No two orders have the same holder. Where one kind fails, others may be done. */
    List<Outcome> carryOut(List<Order> orders) {
        Map<Order, Outcome> outcomes = new IdentityHashMap<>();
        carryOut(only(Order.Resolve.class, orders), plain::resolve, new Outcome.Resolved(), outcomes);
        carryOut(only(Order.Reserve.class, orders), this::reserve, new Outcome.Granted(), outcomes);
        carryOut(only(Order.Hold.class, orders), plain::hold, new Outcome.Granted(), outcomes);
        return orders.stream().map(outcomes::get).toList();
    }

    private static <O extends Order> List<O> only(Class<O> kind, List<Order> orders) {
        return orders.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private boolean reserve(List<Order.Reserve> orders, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> plain.reserve(orders, now)));
    }

    private <O extends Order> void carryOut(
            List<O> orders, BiPredicate<List<O>, Instant> plainly, Outcome done, Map<Order, Outcome> outcomes) {
        if (orders.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (plainly.test(orders, now)) {
            orders.forEach(order -> outcomes.put(order, done));
            return;
        }
        List<Outcome> each = transaction.execute(status -> batch.carryOut(List.copyOf(orders), now));
        for (int i = 0; i < each.size(); i++) {
            outcomes.put(orders.get(i), each.get(i));
        }
    }
}
