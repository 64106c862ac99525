package dev.wakeful.service.outbox;

import dev.wakeful.events.Event;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.Stream;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a service says what happened. An event is committed with the state change it tells of, or not at all, and the relay is woken by
 * that commit. Must be called inside a transaction.
 */
public final class Outbox {

    /** Kafka's default record limit is 1 MiB; a little of it is headers. */
    static final int MAX_BYTES = 900_000;

    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final Clock clock;
    private final String source;
    private final RelayBell bell;

    public Outbox(JdbcClient jdbc, Tracing tracing, Clock clock, String service, RelayBell bell) {
        this.jdbc = jdbc;
        this.tracing = tracing;
        this.clock = clock;
        this.source = "/wakeful/" + service;
        this.bell = bell;
    }

    /** @throws IllegalStateException outside a transaction, where a crash could separate the event from its cause */
    public void append(Event event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is appended inside the transaction that caused it: " + event);
        }
        byte[] payload = EventJson.encode(event);
        if (payload.length > MAX_BYTES) {
            throw new IllegalArgumentException(EventTypes.nameOf(event.getClass()) + " of " + event.key() + " has "
                    + payload.length + " bytes; an event has at most " + MAX_BYTES);
        }
        insert(event, payload);
        ringAfterCommit();
    }

    private void insert(Event event, byte[] payload) {
        Instant now = clock.instant();
        Provenance provenance = Provenance.current(now);
        jdbc.sql("""
                insert into outbox (event_id, source, type, topic, key, occurred_at, lineage, cause, traceparent, payload)
                values (:eventId, :source, :type, :topic, :key, :occurredAt, :lineage, :cause, :traceparent, :payload)
                """)
                .param("eventId", EventId.make(now).value())
                .param("source", source)
                .param("type", EventTypes.nameOf(event.getClass()))
                .param("topic", Stream.of(event.getClass()).topic())
                .param("key", event.key())
                .param("occurredAt", Timestamp.from(now))
                .param("lineage", provenance.lineage().value())
                .param(
                        "cause",
                        provenance.cause() == null ? null : provenance.cause().value())
                .param("traceparent", tracing.traceparent())
                .param("payload", payload)
                .update();
    }

    private void ringAfterCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Ring.class::isInstance)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new Ring(bell));
    }

    private record Ring(RelayBell bell) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            bell.ring();
        }
    }
}
