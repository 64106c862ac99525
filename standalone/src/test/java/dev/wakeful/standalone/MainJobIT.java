package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The main job, end to end, on the system as it is shipped. */
class MainJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** CHG-1, VER-2, HUNT-3: and the same delivery twice is one piece of work (TRG-16). */
    @Test
    void aRedBuildBecomesAProvenDraftPullRequest() throws Exception {
        ShopRepository shop = ShopRepository.in(directory, "shop");
        try (RunningWakeful wakeful = RunningWakeful.start(directory.resolve("data"), freePort())) {
            wakeful.add(shop);
            String delivery = shop.failedJob(1);

            wakeful.webhook("d-1", delivery);
            wakeful.webhook("d-1", delivery);
            JsonNode task = proposed(wakeful);

            assertThat(task.at("/culprit/revision").asString()).isEqualTo(shop.culprit());
            assertThat(task.at("/pullRequest/draft").asBoolean()).isTrue();
            assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
            assertThat(shop.offered()).hasSize(1);
            assertThat(wakeful.get("/api/tasks").path("tasks").size()).isEqualTo(1);
        }
    }

    /** STATE-1: killed right after each of these, the next start finishes the work, once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "build.failed.v1",
                "swarm.requested.v1",
                "swarm.started.v1",
                "swarm.progressed.v1",
                "swarm.completed.v1"
            })
    void aKillAtAnyMomentLosesAndDoublesNothing(String lastSeen) throws Exception {
        ShopRepository shop = ShopRepository.in(directory, "shop");
        Path data = directory.resolve("data");
        try (RunningWakeful first = RunningWakeful.start(data, freePort())) {
            first.add(shop);
            first.webhook("d-1", shop.failedJob(1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> first.eventTypes().contains(lastSeen));
            first.kill();
        }

        try (RunningWakeful second = RunningWakeful.start(data, freePort())) {
            JsonNode task = proposed(second);

            assertThat(task.at("/culprit/revision").asString()).isEqualTo(shop.culprit());
            assertThat(shop.offered()).hasSize(1);
            assertThat(second.get("/api/tasks").path("tasks").size()).isEqualTo(1);
            assertThat(second.eventTypes())
                    .filteredOn("change.proposed.v1"::equals)
                    .hasSize(1);
        }
    }

    private static JsonNode proposed(RunningWakeful wakeful) {
        String id = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> wakeful.get("/api/tasks").at("/tasks/0"),
                        first -> first.path("state").asString("").equals("PROPOSED"))
                .path("id")
                .asString();
        return wakeful.get("/api/tasks/" + id);
    }

    private static int freePort() throws Exception {
        for (int port = 18420; port < 19420; port += 3) {
            if (Ports.isFree(port) && Ports.isFree(port + 1) && Ports.isFree(port + 2)) {
                return port;
            }
        }
        throw new IllegalStateException("No three free ports in a row");
    }
}
