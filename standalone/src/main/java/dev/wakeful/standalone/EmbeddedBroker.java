package dev.wakeful.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker (KRaft, one node) in this process, with durable data; listens on the loopback interface only. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Prepares the directory at its first use; {@link #start} does the rest. */
    public static EmbeddedBroker in(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        int port = Ports.anyFree();
        return new EmbeddedBroker(
                new KafkaRaftServer(new KafkaConfig(settings(directory, port, Ports.anyFree()), false), Time.SYSTEM),
                port);
    }

    private static void format(Path directory) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new StartFailed("The broker's directory " + directory + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(Path directory, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", directory.toString());
        settings.put("listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.putAll(ONE_NODE);
        settings.putAll(SMALL);
        settings.putAll(PROMPT);
        return settings;
    }

    /** Internal topics of one node. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1");

    /** A laptop's worth of threads and buffers. */
    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "1",
            "num.io.threads", "2",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "log.cleaner.dedupe.buffer.size", "4194304",
            "log.segment.bytes", "67108864",
            "metadata.max.idle.interval.ms", "30000");

    /** Back quickly after a kill: the old registration must expire before the new one is accepted. */
    private static final Map<String, String> PROMPT = Map.of(
            "broker.session.timeout.ms", "2500",
            "broker.heartbeat.interval.ms", "1000",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000");

    public void start() {
        server.startup();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
