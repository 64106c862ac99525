package dev.wakeful.testing;

import dev.wakeful.events.Stream;
import java.util.Arrays;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real KRaft broker per JVM with all topics, one partition each so that a test can speak of order. */
public final class TestKafka {

    private static final EmbeddedKafkaBroker BROKER = start();

    private TestKafka() {}

    public static String bootstrapServers() {
        return BROKER.getBrokersAsString();
    }

    private static EmbeddedKafkaBroker start() {
        String[] topics = Arrays.stream(Stream.values())
                .flatMap(stream -> java.util.stream.Stream.of(stream.topic(), stream.deadLetterTopic()))
                .toArray(String[]::new);
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, topics)
                .brokerProperties(Map.of(
                        "group.initial.rebalance.delay.ms", "0",
                        "group.min.session.timeout.ms", "1000"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(broker::destroy));
        return broker;
    }
}
