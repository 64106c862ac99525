package dev.wakeful.benchmarks.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A bare Kafka consumer with the services' settings: hears keys on one topic, from now on. */
final class Ear implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;

    Ear(String broker, String topic, Consumer<String> heard) throws InterruptedException {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "ear-" + UUID.randomUUID(),
                        "group.protocol", "classic",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "latest",
                        "fetch.max.wait.ms", "5000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        CountDownLatch ready = new CountDownLatch(1);
        this.thread = Thread.ofPlatform().name("ear-" + topic).daemon().start(() -> listen(topic, heard, ready));
        ready.await();
    }

    private void listen(String topic, Consumer<String> heard, CountDownLatch ready) {
        try (consumer) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            ready.countDown();
            while (true) {
                consumer.poll(Duration.ofSeconds(5)).forEach(record -> heard.accept(record.key()));
            }
        } catch (WakeupException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
