package dev.wakeful.benchmarks.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record, produced without linger, to a consumer that waits in its poll; settings as in the services. */
final class HopFloor implements AutoCloseable {

    private static final String TOPIC = "floor";
    private static final byte[] VALUE = new byte[700];
    private static final long PATIENCE_SECONDS = 30;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final SynchronousQueue<Long> arrivals = new SynchronousQueue<>();

    private HopFloor(String broker) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "floor",
                        "group.protocol", "classic",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "fetch.max.wait.ms", "5000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static HopFloor open(String broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        HopFloor floor = new HopFloor(broker);
        Thread.ofPlatform().name("floor-hop").daemon().start(floor::listen);
        floor.nanos();
        return floor;
    }

    private void listen() {
        try (consumer) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(5))) {
                    arrivals.put(System.nanoTime());
                }
            }
        } catch (WakeupException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long nanos() throws InterruptedException {
        long began = System.nanoTime();
        producer.send(new ProducerRecord<>(TOPIC, "key", VALUE));
        Long arrived = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (arrived == null) {
            throw new IllegalStateException("A record did not arrive within " + PATIENCE_SECONDS + " s");
        }
        return arrived - began;
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
    }
}
