package dev.wakeful.service;

import dev.wakeful.events.Stream;
import dev.wakeful.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads a stream's dead letters from the moment it is made. */
final class DeadLetterProbe implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();

    DeadLetterProbe(Stream stream) {
        TopicPartition partition = new TopicPartition(stream.deadLetterTopic(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
    }

    ConsumerRecord<String, byte[]> await(String key) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> find(key), Optional::isPresent)
                .orElseThrow();
    }

    /** The keys of all letters so far. */
    List<String> keys() {
        read();
        return letters.stream().map(ConsumerRecord::key).toList();
    }

    private Optional<ConsumerRecord<String, byte[]>> find(String key) {
        read();
        return letters.stream().filter(letter -> key.equals(letter.key())).findFirst();
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
    }

    static @Nullable String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
