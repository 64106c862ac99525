package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.cli.Wakeful;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.standalone.model.FakeModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** STATE-2, on the system as it is shipped: a checkpoint brings back what a lost database knew, nothing happens twice, nothing is free (BUD-6). */
class RecoveryIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** The checkpoint is of one moment of the main job, the loss of a later one; in the end there is one proven pull request. */
    @ParameterizedTest
    @ValueSource(strings = {"swarm.started.v1", "change.proposed.v1"})
    void aWipedDatabaseIsRecoveredAndTheWorkIsDoneOnce(String lossAfter) throws Exception {
        Path data = directory.resolve("data");
        Path file = directory.resolve("checkpoint.zip");
        int port = FreePorts.inARow();
        ShopRepository before = ShopRepository.in(directory, "before");
        ShopRepository during = ShopRepository.in(directory, "during");
        JsonNode proposed;
        long used;
        try (FakeModel model = FakeModel.start(directory.resolve("none"));
                RunningWakeful wakeful = RunningWakeful.start(data, port, System.getenv(), models(model))) {
            wakeful.add(before);
            wakeful.webhook("d-before", before.failedJob(1));
            proposed = proposed(wakeful, before);
            wakeful.add(during);
            awaitWatched(wakeful, during);
            assertThat(checkpoint(data, file)).isZero();
            wakeful.webhook("d-during", during.failedJob(1));
            String swarm = started(wakeful, during);
            assertThat(callAModel(data, port, swarm)).isEqualTo(200);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> wakeful.eventTypesAbout(during).contains(lossAfter));
            assertThat(recover("--from", file, data)).as("while it runs").isEqualTo(1);
            used = usedToday(port);
            wakeful.kill();
        }
        List<String> offeredBefore = before.offered();
        wipe(data);

        assertThat(recover("--verify", file, data)).isZero();
        assertThat(recover("--from", file, data)).isZero();

        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            assertThat(usedToday(port)).as("the call is not free").isGreaterThanOrEqualTo(used);
            JsonNode again = proposed(wakeful, during);
            assertThat(ledger(port, "audit").path("balanced").asBoolean()).isTrue();
            assertThat(usedToday(port)).isGreaterThanOrEqualTo(used);
            assertThat(again.at("/culprit/revision").asString()).isEqualTo(during.culprit());
            assertThat(during.offered()).hasSize(1);
            assertThat(during.isGreenAt(again.at("/pullRequest/head").asString()))
                    .isTrue();
            assertThat(proposed(wakeful, before).path("id")).isEqualTo(proposed.path("id"));
            assertThat(before.offered()).isEqualTo(offeredBefore);
            assertThat(wakeful.get("/api/tasks").path("tasks").size()).isEqualTo(2);
            assertThat(wakeful.get("/api/state")
                            .path("errorsLastHour")
                            .path("deadLetters")
                            .asInt())
                    .isZero();
        }
    }

    /** STOP-3, STATE-2: a stop that stood is of the new epoch, ends nothing by itself and is ended by a person; then work goes on. */
    @Test
    void aStopThatStoodStandsInTheNewEpochUntilAPersonResumes() throws Exception {
        Path data = directory.resolve("data");
        Path file = directory.resolve("checkpoint.zip");
        int port = FreePorts.inARow();
        ShopRepository shop = ShopRepository.in(directory, "shop");
        long stoppedIn;
        long resumedIn;
        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            wakeful.add(shop);
            awaitWatched(wakeful, shop);
            stoppedIn = wakeful.post("/api/emergency-stop", Map.of("reason", "smoke", "by", "dana"))
                    .path("epoch")
                    .asLong();
            await().atMost(PATIENCE)
                    .until(() -> quietInstances(wakeful) > 0
                            && wakeful.get("/api/emergency-stop")
                                    .at("/last/waitingFor")
                                    .isEmpty());
            assertThat(checkpoint(data, file)).isZero();
            // said in the lost time, so it ends nothing
            resumedIn = wakeful.post("/api/resume", Map.of("reason", "looked at it", "by", "dana"))
                    .path("epoch")
                    .asLong();
            await().atMost(PATIENCE).until(() -> !stopped(wakeful));
            wakeful.kill();
        }
        wipe(data);
        assertThat(recover("--from", file, data)).isZero();

        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            JsonNode safety = wakeful.get("/api/emergency-stop");
            assertThat(safety.path("stopped").asBoolean()).isTrue();
            assertThat(safety.at("/last/epoch").asLong())
                    .isEqualTo(stoppedIn + 1)
                    .isEqualTo(resumedIn + 1);
            assertThat(safety.at("/last/by").asString()).isEqualTo("dana");
            assertThat(safety.at("/last/reason").asString()).isEqualTo("smoke");
            wakeful.webhook("d-stopped", shop.failedJob(1));
            await().atMost(PATIENCE)
                    .until(() -> wakeful.taskOf(shop).path("state").asString("").equals("POSTPONED"));
            assertThat(stopped(wakeful)).isTrue();
            assertThat(wakeful.eventTypesAbout(shop)).doesNotContain("swarm.started.v1");

            assertThat(wakeful.post("/api/resume", Map.of("reason", "recovered", "by", "mona"))
                            .path("epoch")
                            .asLong())
                    .isEqualTo(stoppedIn + 1);
            assertThat(stopped(wakeful)).isFalse();
            JsonNode task = proposed(wakeful, shop);
            assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
        }
    }

    private static boolean stopped(RunningWakeful wakeful) {
        return wakeful.get("/api/emergency-stop").path("stopped").asBoolean();
    }

    private static int quietInstances(RunningWakeful wakeful) {
        return wakeful.get("/api/emergency-stop").at("/last/quiet").size();
    }

    /** So that a call of a model costs more than the swarm's machine time. */
    private static Map<String, String> models(FakeModel model) {
        return Map.of(
                "wakeful.planner.model-money", "1",
                "wakeful.budget.gateway.providers.anthropic.base-url",
                        model.address().toString(),
                "wakeful.budget.gateway.providers.anthropic.key", "the key of a provider");
    }

    /** The swarm of the one task of a repository. */
    private static String started(RunningWakeful wakeful, ShopRepository shop) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> {
                            String task = wakeful.taskOf(shop).path("id").asString("");
                            return wakeful.get("/api/events?limit=1000")
                                    .path("events")
                                    .valueStream()
                                    .filter(event -> !task.isEmpty()
                                            && event.path("task").asString("").equals(task))
                                    .filter(event ->
                                            event.path("type").asString().equals("swarm.started.v1"))
                                    .map(event -> event.path("subject").asString())
                                    .findFirst()
                                    .orElse("");
                        },
                        swarm -> !swarm.isEmpty());
    }

    /** As an agent of the swarm does; no event tells of it. */
    private static int callAModel(Path data, int port, String swarm) throws Exception {
        String token = new SwarmTokens(Secrets.of(data).gatewaySecret(), Clock.systemUTC())
                .mint(new SwarmToken(
                        new SwarmId(swarm), Clock.systemUTC().instant().plus(PATIENCE), List.of()));
        return http(HttpRequest.newBuilder(gateway(port, "/v1/messages"))
                        .header("x-api-key", token)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":10000,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"))
                        .build())
                .statusCode();
    }

    /** Set aside and spent, in micro-dollars, by the ledger itself. */
    private static long usedToday(int port) throws Exception {
        return ledger(port, "accounts")
                .path("accounts")
                .valueStream()
                .filter(account -> account.path("scope").asString().startsWith("day:"))
                .mapToLong(account -> account.path("reservedMicros").asLong()
                        + account.path("spentMicros").asLong()
                        + account.path("overrunMicros").asLong())
                .sum();
    }

    private static JsonNode ledger(int port, String what) throws Exception {
        return JSON.readTree(
                http(HttpRequest.newBuilder(gateway(port, "/ledger/" + what)).build())
                        .body());
    }

    private static URI gateway(int port, String path) {
        return URI.create("http://127.0.0.1:" + (port + 3) + path);
    }

    private static HttpResponse<String> http(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A file that was changed, and one that is none, are refused with nothing touched. */
    @Test
    void whatIsNoCheckpointIsRefused() throws Exception {
        Path data = directory.resolve("data");
        Path text = Files.writeString(directory.resolve("text.zip"), "no checkpoint");

        assertThat(recover("--from", text, data)).isEqualTo(1);
        assertThat(recover("--verify", directory.resolve("none.zip"), data)).isEqualTo(1);
        assertThat(recover("--verify", Files.createDirectory(directory.resolve("empty")), data))
                .isEqualTo(1);
        assertThat(data.resolve("postgresql")).doesNotExist();
    }

    private static int checkpoint(Path data, Path file) {
        CommandLine command = Wakeful.commandLine();
        command.setOut(new PrintWriter(new StringWriter()));
        return command.execute("checkpoint", file.toString(), "--data", data.toString());
    }

    private static int recover(String how, Path file, Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        RunningWakeful.jar().toString(),
                        "dev.wakeful.standalone.RecoverMain",
                        how,
                        file.toString(),
                        "--data",
                        data.toString())
                .inheritIO()
                .start();
        return process.onExit()
                .orTimeout(90, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** The database that outlived the kill is ended, and its data removed. */
    private static void wipe(Path data) throws Exception {
        Postmaster.runningIn(data.resolve("postgresql")).ifPresent(Postmaster::stop);
        Files.walkFileTree(data.resolve("postgresql"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws java.io.IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        try (var left = Files.walk(data.resolve("postgresql"))) {
            for (Path each : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void awaitWatched(RunningWakeful wakeful, ShopRepository shop) {
        await().atMost(PATIENCE)
                .until(() -> wakeful.get("/api/repositories").toString().contains(shop.name()));
    }

    /** What was said before is heard again stream by stream, so the proposal may be heard before what led to it. */
    private static JsonNode proposed(RunningWakeful wakeful, ShopRepository shop) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> wakeful.taskOf(shop).path("state").asString("").equals("PROPOSED"));
        String address = "/api/tasks/" + wakeful.taskOf(shop).path("id").asString();
        return await().atMost(PATIENCE)
                .until(
                        () -> wakeful.get(address),
                        task -> !task.at("/culprit/revision").asString("").isEmpty()
                                && !task.at("/pullRequest/head").asString("").isEmpty());
    }
}
