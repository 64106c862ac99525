package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.Event;
import dev.wakeful.service.outbox.Outbox;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our outbox; whichever relay is running carries what it holds. */
final class OutboxRoute implements Route {

    private final String name;
    private final Flights flights;
    private final Function<String, Event> events;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    OutboxRoute(String name, ApplicationContext service, Flights flights, Function<String, Event> events) {
        this.name = name;
        this.flights = flights;
        this.events = events;
        this.outbox = service.getBean(Outbox.class);
        this.transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Flights flights() {
        return flights;
    }

    @Override
    public void commit(List<String> ids) {
        transactions.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new Stamp(ids, flights));
            ids.forEach(id -> outbox.append(events.apply(id)));
        });
    }

    @Override
    public void close() {}

    /** The first thing after the commit, before the relay is woken. */
    record Stamp(List<String> ids, Flights flights) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            ids.forEach(flights::committed);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
