package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.cli.Wakeful;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** STATE-2, on the system as it is shipped: a checkpoint brings back what a lost database knew, and nothing happens twice. */
class RecoveryIT {

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
        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            wakeful.add(before);
            wakeful.webhook("d-before", before.failedJob(1));
            proposed = proposed(wakeful, before);
            wakeful.add(during);
            awaitWatched(wakeful, during);
            assertThat(checkpoint(data, file)).isZero();
            wakeful.webhook("d-during", during.failedJob(1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> wakeful.eventTypesAbout(during).contains(lossAfter));
            assertThat(recover("--from", file, data)).as("while it runs").isEqualTo(1);
            wakeful.kill();
        }
        List<String> offeredBefore = before.offered();
        wipe(data);

        assertThat(recover("--verify", file, data)).isZero();
        assertThat(recover("--from", file, data)).isZero();

        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            JsonNode again = proposed(wakeful, during);
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
                        task -> !task.at("/culprit/revision").asString("").isEmpty());
    }
}
