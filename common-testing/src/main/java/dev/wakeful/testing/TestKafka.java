package dev.wakeful.testing;

import dev.wakeful.events.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One real KRaft broker per JVM with all topics, one partition each so that a test can speak of order. It has a second listener that is
 * reached through a {@link FaultProxy} only, for clients that shall lose their broker.
 */
public final class TestKafka {

    private static final int UNRELIABLE_PORT = freePort();
    private static final FaultProxy PROXY = new FaultProxy(UNRELIABLE_PORT);
    private static final EmbeddedKafkaBroker BROKER = start();

    private TestKafka() {}

    public static String bootstrapServers() {
        return BROKER.getBrokersAsString();
    }

    /** The same broker, by way of {@link #proxy}: also the addresses it advertises there lead through the proxy. */
    public static String unreliableBootstrapServers() {
        return "localhost:" + PROXY.port();
    }

    /** Cuts off those who came by {@link #unreliableBootstrapServers}. A test that cuts restores. */
    public static FaultProxy proxy() {
        return PROXY;
    }

    private static EmbeddedKafkaBroker start() {
        String[] topics = Arrays.stream(Stream.values())
                .flatMap(stream -> java.util.stream.Stream.of(stream.topic(), stream.deadLetterTopic()))
                .toArray(String[]::new);
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, topics)
                .brokerProperties(Map.of(
                        "listeners",
                        "EXTERNAL://localhost:0,CONTROLLER://localhost:0,UNRELIABLE://localhost:" + UNRELIABLE_PORT,
                        "advertised.listeners",
                        "EXTERNAL://localhost:0,UNRELIABLE://localhost:" + PROXY.port(),
                        "listener.security.protocol.map",
                        "EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT,UNRELIABLE:PLAINTEXT",
                        "group.initial.rebalance.delay.ms",
                        "0",
                        "group.min.session.timeout.ms",
                        "1000"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(broker::destroy));
        return broker;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
