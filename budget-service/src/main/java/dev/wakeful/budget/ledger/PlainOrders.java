package dev.wakeful.budget.ledger;

import dev.wakeful.events.ReservationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The short way for what is asked nearly always: names that are new, and all of it fits. One statement carries out all orders of one kind,
 * or writes nothing and answers false. Whatever is not that plain is for {@link OrderBatch}, which decides each order by itself.
 */
final class PlainOrders {

    private final JdbcClient jdbc;
    private final Watch watch;

    PlainOrders(JdbcClient jdbc, Watch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    /** Sets everything aside that is asked for. Inside a transaction, in which it is told to the watch. */
    boolean reserve(List<Order.Reserve> orders, Instant now) {
        AccountSums sums = AccountSums.of(orders);
        Map<String, Long> before = new HashMap<>();
        jdbc.sql("""
                select name, used from set_aside_plainly(:ids, :holders, :amounts, :scopes, :expiryMicros,
                    :lineages, :causes, :traceparents, :wanted, :limits, :ceilings, :totals, :now)
                """)
                .params(Opening.columns(orders.stream()
                        .map(order -> Opening.of(order.request(), order.origin(), now))
                        .toList()))
                .param(
                        "expiryMicros",
                        orders.stream()
                                .mapToLong(order -> ChronoUnit.MICROS.between(
                                        Instant.EPOCH, order.request().expiresAt()))
                                .toArray())
                .params(sums.columns())
                .param("now", Timestamp.from(now))
                .query(row -> {
                    before.put(row.getString(1), row.getLong(2));
                });
        sums.tell(watch, before, now);
        return !before.isEmpty();
    }

    /** Holds the worst case of every call; a transaction of its own, over in one round trip. */
    boolean hold(List<Order.Hold> orders, Instant now) {
        int count = orders.size();
        String[] ids = new String[count];
        String[] holders = new String[count];
        String[] swarms = new String[count];
        long[] amounts = new long[count];
        for (int i = 0; i < count; i++) {
            Order.Hold order = orders.get(i);
            ids[i] = ReservationId.make(now).value();
            holders[i] = order.holder();
            swarms[i] = order.swarm().value();
            amounts[i] = order.worstCase().micros();
        }
        return jdbc.sql("select hold_plainly(:ids, :holders, :swarms, :amounts, :now)")
                .param("ids", ids)
                .param("holders", holders)
                .param("swarms", swarms)
                .param("amounts", amounts)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Posts what every call has cost; a transaction of its own, over in one round trip. */
    boolean resolve(List<Order.Resolve> orders, Instant now) {
        return jdbc.sql("select resolve_plainly(:holders, :costs, :now)")
                .param("holders", orders.stream().map(Order::holder).toArray(String[]::new))
                .param(
                        "costs",
                        orders.stream()
                                .mapToLong(order -> order.spent().micros())
                                .toArray())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }
}
