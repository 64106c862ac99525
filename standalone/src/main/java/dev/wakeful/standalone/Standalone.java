package dev.wakeful.standalone;

import dev.wakeful.cli.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The running system. It is up when its broker, its database and all services are, and its connection is written into the data directory.
 * Closing it ends everything in the order in which nothing is left waiting.
 */
final class Standalone implements AutoCloseable {

    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final Services services = new Services();
    private final Connection connection;

    private Standalone(DataDirectory data, EmbeddedBroker broker, EmbeddedDatabase database, Connection connection) {
        this.data = data;
        this.broker = broker;
        this.database = database;
        this.connection = connection;
    }

    /** @throws StartFailed with one sentence that says what to do */
    static Standalone start(Path directory, Ports ports, Map<String, String> overrides) throws InterruptedException {
        DataDirectory data = DataDirectory.open(directory);
        try {
            ports.requireFree();
            Secrets secrets = Secrets.of(data.path());
            EmbeddedBroker broker = EmbeddedBroker.in(data.directory("kafka"));
            CompletableFuture<Void> brokerUp = CompletableFuture.runAsync(broker::start);
            EmbeddedDatabase database = EmbeddedDatabase.in(data.path().resolve("postgresql"));
            Standalone system = new Standalone(data, broker, database, connection(ports, secrets));
            system.run(brokerUp, new Told(ports, secrets, overrides));
            return system;
        } catch (IOException e) {
            throw new StartFailed("The system cannot start: " + e.getMessage(), e);
        }
    }

    private static Connection connection(Ports ports, Secrets secrets) {
        return new Connection(
                URI.create("http://127.0.0.1:" + ports.dashboard()),
                URI.create("http://127.0.0.1:" + ports.webhooks()),
                URI.create("http://127.0.0.1:" + ports.gateway()),
                secrets.token(),
                secrets.webhookSecret(),
                ProcessHandle.current().pid());
    }

    private void run(CompletableFuture<Void> brokerUp, Told told) throws IOException, InterruptedException {
        try {
            CompletableFuture<Void> topics = brokerUp.thenRun(this::ensureTopics);
            services.start(service -> settings(service, told));
            topics.join();
            connection.write(data.path());
        } catch (StartFailed | CompletionException e) {
            close();
            throw e instanceof StartFailed failed ? failed : new StartFailed("The broker did not start: " + e, e);
        }
    }

    private void ensureTopics() {
        try {
            Topics.ensure(broker.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while the topics were made", e);
        }
    }

    private Map<String, Object> settings(String service, Told told) throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                database.addressFor(service),
                "spring.kafka.bootstrap-servers",
                broker.address(),
                "spring.kafka.admin.auto-create",
                "false",
                "wakeful.checkpoint.directory",
                data.path().resolve("checkpoints"),
                "wakeful.partitions",
                "1",
                "wakeful.stop-file",
                data.path().resolve("STOP")));
        settings.putAll(
                switch (service) {
                    case "command-center" ->
                        Map.of(
                                "server.port", told.ports().dashboard(),
                                "wakeful.command-center.token", told.secrets().token(),
                                "wakeful.command-center.ledger",
                                        "http://127.0.0.1:" + told.ports().gateway());
                    case "ci-manager" ->
                        Map.of(
                                "server.port", told.ports().webhooks(),
                                "wakeful.ci-manager.webhook-secrets",
                                        told.secrets().webhookSecret(),
                                "wakeful.ci-manager.dashboard", connection.dashboard());
                    case "auto-dev" ->
                        Map.of(
                                "server.port", told.ports().artefacts(),
                                "wakeful.auto-dev.directory", data.directory("auto-dev"),
                                "wakeful.auto-dev.address",
                                        "http://127.0.0.1:" + told.ports().artefacts(),
                                "wakeful.auto-dev.gateway",
                                        "http://127.0.0.1:" + told.ports().gateway(),
                                "wakeful.gateway-secret", told.secrets().gatewaySecret());
                    case "budget" ->
                        Map.of(
                                "server.port", told.ports().gateway(),
                                "wakeful.gateway-secret", told.secrets().gatewaySecret());
                    default -> Map.<String, Object>of();
                });
        settings.putAll(told.overrides());
        return settings;
    }

    /** What this start was told, beyond where its data is. */
    private record Told(Ports ports, Secrets secrets, Map<String, String> overrides) {}

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws IOException {
        Connection.remove(data.path());
        services.close();
        broker.close();
        database.close();
        data.close();
    }
}
