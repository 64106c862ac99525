package dev.wakeful.service.inbox;

import dev.wakeful.events.Derived;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands one record to the handlers that hear it: inbox, state change and outbox in one transaction, within the trace and lineage the
 * record came with. Records nobody hears are passed over without being decoded.
 */
final class EventDelivery {

    private final List<HandlerMethod> handlers;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Tracing tracing;
    private final String service;
    private final ReadWriteLock busy = new ReentrantReadWriteLock();

    EventDelivery(
            List<HandlerMethod> handlers,
            Inbox inbox,
            TransactionOperations transactions,
            Tracing tracing,
            String service) {
        this.handlers = List.copyOf(handlers);
        this.inbox = inbox;
        this.transactions = transactions;
        this.tracing = tracing;
        this.service = service;
    }

    void deliver(ConsumerRecord<String, byte[]> record) {
        busy.readLock().lock();
        try {
            hand(record);
        } finally {
            busy.readLock().unlock();
        }
    }

    /** Waits for the handlers that are at work; false when one still is after the given time. */
    boolean awaitQuiet(Duration atMost) throws InterruptedException {
        boolean quiet = busy.writeLock().tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (quiet) {
            busy.writeLock().unlock();
        }
        return quiet;
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        Envelope envelope = EnvelopeHeaders.read(name -> text(record.headers().lastHeader(name)));
        List<HandlerMethod> hearing = hearing(envelope.type());
        if (!hearing.isEmpty()) {
            Event event = EventJson.decode(envelope.type(), record.value());
            tracing.<@Nullable Void>spanUnder(
                    envelope.traceparent(),
                    "process " + envelope.type(),
                    SpanKind.CONSUMER,
                    Map.of("messaging.destination.name", record.topic(), "wakeful.subject", envelope.subject()),
                    () -> new Provenance(envelope.lineage(), envelope.id()).<@Nullable Void>call(() -> {
                        handle(event, envelope, hearing);
                        return null;
                    }));
        }
    }

    /** The same event leads to the same identifiers, however often it is handled from the same state (STATE-2). */
    private void handle(Event event, Envelope envelope, List<HandlerMethod> hearing) {
        Derived.<@Nullable Void>from(service, envelope.id(), envelope.time(), () -> {
            transactions.executeWithoutResult(status -> handleOnce(event, envelope, hearing));
            return null;
        });
    }

    private List<HandlerMethod> hearing(String wireName) {
        return EventTypes.byName(wireName)
                .map(type ->
                        handlers.stream().filter(handler -> handler.hears(type)).toList())
                .orElse(List.of());
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void handleOnce(Event event, Envelope envelope, List<HandlerMethod> hearing) {
        if (inbox.firstTime(envelope.id())) {
            hearing.forEach(handler -> handler.call(event, envelope));
        }
    }
}
