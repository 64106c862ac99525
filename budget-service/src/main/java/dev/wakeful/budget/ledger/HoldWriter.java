package dev.wakeful.budget.ledger;

import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The combining way into the ledger, for callers that need answers at a high rate and are not inside a transaction of their own. The same
 * tables, the same locks in the same order and the same rules as {@link Ledger}: exact whichever way is taken, from however many copies of
 * the service (BUD-3).
 */
@Component
public final class HoldWriter implements AutoCloseable {

    private final CombiningWriter<Order, Outcome> writer;
    private final Tracing tracing;
    private final Clock clock;

    public HoldWriter(
            JdbcClient jdbc, PlatformTransactionManager transactions, Tracing tracing, Clock clock, Watch watch) {
        this.tracing = tracing;
        this.clock = clock;
        this.writer = new CombiningWriter<>(
                "ledger-writer", Order::holder, new OrdersByKind(jdbc, transactions, clock, watch)::carryOut);
    }

    /** Sets the amount aside in all scopes, or in none. Nothing is said about it; events take {@link Ledger#reserve}. */
    public Outcome reserve(ReservationRequest request) {
        Origin origin = new Origin(Provenance.current(clock.instant()), tracing.traceparent());
        return ask(new Order.Reserve(request, origin));
    }

    Outcome ask(Order order) {
        return writer.ask(order);
    }

    CompletableFuture<Outcome> begin(Order order) {
        return writer.begin(order);
    }

    @Override
    public void close() {
        writer.close();
    }
}
