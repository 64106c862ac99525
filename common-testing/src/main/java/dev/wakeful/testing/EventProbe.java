package dev.wakeful.testing;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Hears whole streams on the real broker from the moment it is made, and waits for what a test expects. */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    /** An event and what travelled beside it. */
    public record Heard(Event event, Envelope envelope) {}

    public EventProbe(Stream... streams) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "group.id",
                        "probe-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "latest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = Arrays.stream(streams)
                .flatMap(stream -> consumer.partitionsFor(stream.topic()).stream())
                .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().name("event-probe").daemon().start(this::run);
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
            }
        } catch (WakeupException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Envelope envelope = EnvelopeHeaders.read(name -> text(record.headers().lastHeader(name)));
        heard.add(new Heard(EventJson.decode(envelope.type(), record.value()), envelope));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Everything heard so far of the given type, in order. */
    public <E extends Event> List<E> heard(Class<E> type) {
        RuntimeException deaf = failure;
        if (deaf != null) {
            throw new IllegalStateException("The probe hears nothing any more: " + deaf.getMessage(), deaf);
        }
        return heard.stream()
                .map(Heard::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Everything heard so far, with envelopes. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Waits for the first event of the type that fits. */
    public <E extends Event> E await(Class<E> type, Predicate<E> fits) {
        try {
            return await().atMost(PATIENCE)
                    .until(() -> heard(type).stream().filter(fits).findFirst(), java.util.Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("No such " + type.getSimpleName() + " in " + PATIENCE + "; heard " + heard, e);
        }
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await().pollInterval(Duration.ofMillis(20));
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
