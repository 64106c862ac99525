package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/**
 * The services' listener container and consumer settings, envelope and event decoded, but no inbox: what the relay carries, not what a
 * handler's transaction allows.
 */
final class BareListener implements AutoCloseable {

    private final Flights flights;
    private final KafkaMessageListenerContainer<String, byte[]> container;

    BareListener(ConsumerFactory<String, byte[]> consumers, String topic, Flights flights) {
        this.flights = flights;
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId("bench-bare");
        properties.setMessageListener((MessageListener<String, byte[]>) this::enter);
        this.container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.start();
    }

    private void enter(ConsumerRecord<String, byte[]> record) {
        long now = System.nanoTime();
        String type = EnvelopeHeaders.read(name -> header(record, name)).type();
        flights.landed(EventJson.decode(type, record.value()).key(), now, System.nanoTime());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        container.stop();
    }
}
