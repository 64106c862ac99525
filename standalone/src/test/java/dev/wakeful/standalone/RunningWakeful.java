package dev.wakeful.standalone;

import static org.awaitility.Awaitility.await;

import dev.wakeful.cli.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built jar as a process of its own, spoken to over HTTP like a stranger would. */
final class RunningWakeful implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Connection connection;

    private RunningWakeful(Process process, Connection connection) {
        this.process = process;
        this.connection = connection;
    }

    static RunningWakeful start(Path data, int port) throws IOException {
        return started(new ProcessBuilder(command(data, port)), data);
    }

    /** With settings of its own, and with nothing of this process's environment but what is given. */
    static RunningWakeful start(Path data, int port, Map<String, String> environment, Map<String, String> settings)
            throws IOException {
        List<String> command = command(data, port);
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return started(builder, data);
    }

    private static List<String> command(Path data, int port) throws IOException {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx448m",
                "-jar",
                jar().toString(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--exit-with",
                Long.toString(ProcessHandle.current().pid())));
    }

    private static RunningWakeful started(ProcessBuilder builder, Path data) throws IOException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("wakeful-it", ".out").toFile())
                .start();
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive()
                        || Connection.of(data)
                                .filter(found -> found.pid() == process.pid())
                                .isPresent());
        return new RunningWakeful(process, Connection.of(data).orElseThrow());
    }

    static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("standalone-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    JsonNode post(String path, Map<String, String> body) {
        return send(HttpRequest.newBuilder(connection.dashboard().resolve(path))
                .header("Authorization", "Bearer " + connection.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    void add(ShopRepository repository) {
        JsonNode answer = post("/api/repositories", repository.registration());
        if (!answer.path("name").asString().equals(repository.name())) {
            throw new IllegalStateException("Not added: " + answer);
        }
    }

    /** As GitHub would. */
    void webhook(String delivery, String body) {
        send(HttpRequest.newBuilder(connection.webhooks().resolve("/webhooks/github"))
                .header("X-GitHub-Event", "workflow_job")
                .header("X-GitHub-Delivery", delivery)
                .header("X-Hub-Signature-256", "sha256=" + signature(body))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(connection.dashboard().resolve(path)).build());
    }

    /** What it and all that it started run as: the processes of swarms among them. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** The wire names of all events so far. */
    List<String> eventTypes() {
        return get("/api/events?limit=1000")
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    /** The wire names of the events about the one task of a repository, and of the report that led to it. */
    List<String> eventTypesAbout(ShopRepository shop) {
        String task = taskOf(shop).path("id").asString("");
        return get("/api/events?limit=1000")
                .path("events")
                .valueStream()
                .filter(event -> event.path("subject").asString().equals(shop.name())
                        || (!task.isEmpty() && event.path("task").asString("").equals(task)))
                .map(event -> event.path("type").asString())
                .toList();
    }

    /** The first task of a repository; a missing node while there is none. */
    JsonNode taskOf(ShopRepository shop) {
        return get("/api/tasks")
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("repository").asString().equals(shop.name()))
                .findFirst()
                .orElseGet(() -> JSON.missingNode());
    }

    /** The swarm that works on its task; empty while there is none. */
    Optional<String> swarmOf(ShopRepository shop) {
        String task = taskOf(shop).path("id").asString("none");
        return get("/api/events?limit=1000")
                .path("events")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("swarm.started.v1")
                        && event.path("task").asString("").equals(task))
                .map(event -> event.path("subject").asString())
                .findFirst();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(connection.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .exceptionally(late -> {
                    process.destroyForcibly();
                    return process;
                })
                .join();
    }
}
