package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job, end to end, on the system as it is shipped. */
class MainJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> MOMENTS = List.of(
            "build.failed.v1", "swarm.requested.v1", "swarm.started.v1", "swarm.progressed.v1", "swarm.completed.v1");

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
            JsonNode task = proposed(wakeful, shop);

            assertThat(task.at("/culprit/revision").asString()).isEqualTo(shop.culprit());
            assertThat(task.at("/pullRequest/draft").asBoolean()).isTrue();
            assertThat(shop.isGreenAt(task.at("/pullRequest/head").asString())).isTrue();
            assertThat(shop.offered()).hasSize(1);
            assertThat(wakeful.get("/api/tasks").path("tasks").size()).isEqualTo(1);
        }
    }

    /** STATE-1: killed right after each of these, the next start finishes the work, once. */
    @Test
    void aKillAtAnyMomentLosesAndDoublesNothing() throws Exception {
        Path data = directory.resolve("data");
        int port = freePort();
        List<ShopRepository> shops = new ArrayList<>();
        for (String moment : MOMENTS) {
            ShopRepository shop = ShopRepository.in(directory, "shop-" + shops.size());
            shops.add(shop);
            killAt(moment, shop, data, port);
        }

        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            for (ShopRepository shop : shops) {
                JsonNode task = proposed(wakeful, shop);

                assertThat(task.at("/culprit/revision").asString()).isEqualTo(shop.culprit());
                assertThat(shop.offered()).hasSize(1);
            }
            assertThat(wakeful.get("/api/tasks").path("tasks").size()).isEqualTo(shops.size());
            assertThat(wakeful.eventTypes())
                    .filteredOn("change.proposed.v1"::equals)
                    .hasSize(shops.size());
        }
    }

    /** STOP-1…4: stopped in the middle of the work, nothing leaves; after a resume it is finished, once. */
    @Test
    void aStopBreaksTheWorkOffAndAResumeFinishesIt() throws Exception {
        ShopRepository shop = ShopRepository.in(directory, "shop");
        Path data = directory.resolve("data");
        int port = freePort();
        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            wakeful.add(shop);
            wakeful.webhook("d-1", shop.failedJob(1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> wakeful.eventTypesAbout(shop).contains("swarm.progressed.v1"));

            wakeful.post("/api/emergency-stop", Map.of("reason", "smoke"));
            await().atMost(PATIENCE).until(() -> {
                JsonNode last = wakeful.get("/api/emergency-stop").path("last");
                return last.has("quietMillis") && last.path("waitingFor").isEmpty();
            });
            await().atMost(PATIENCE).until(() -> wakeful.eventTypesAbout(shop).contains("swarm.stopped.v1"));
            wakeful.kill();
        }
        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            assertThat(wakeful.get("/api/emergency-stop").path("stopped").asBoolean())
                    .isTrue();
            assertThat(shop.offered()).isEmpty();

            wakeful.post("/api/resume", Map.of("reason", "looked at"));

            JsonNode task = proposed(wakeful, shop);
            assertThat(task.at("/culprit/revision").asString()).isEqualTo(shop.culprit());
            assertThat(shop.offered()).hasSize(1);
        }
    }

    private static void killAt(String moment, ShopRepository shop, Path data, int port) throws Exception {
        try (RunningWakeful wakeful = RunningWakeful.start(data, port)) {
            wakeful.add(shop);
            wakeful.webhook("d-" + shop.name().replace('/', '-'), shop.failedJob(1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> wakeful.eventTypesAbout(shop).contains(moment));
            wakeful.kill();
        }
    }

    private static JsonNode proposed(RunningWakeful wakeful, ShopRepository shop) {
        String id = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> task(wakeful, shop),
                        found -> found.path("state").asString("").equals("PROPOSED"))
                .path("id")
                .asString();
        // streams are heard side by side: what led to it may be heard after it
        return await().atMost(PATIENCE)
                .until(
                        () -> wakeful.get("/api/tasks/" + id),
                        task -> !task.at("/culprit/revision").asString("").isEmpty()
                                && !task.at("/pullRequest/head").asString("").isEmpty());
    }

    /** The shop's task; a missing node while there is none. */
    private static JsonNode task(RunningWakeful wakeful, ShopRepository shop) {
        return wakeful.get("/api/tasks")
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("repository").asString("").equals(shop.name()))
                .findFirst()
                .orElseGet(() -> wakeful.get("/api/tasks").path("none"));
    }

    private static int freePort() throws Exception {
        for (int port = 18420; port < 19420; port += 3) {
            if (Ports.isFree(port) && Ports.isFree(port + 1) && Ports.isFree(port + 2) && Ports.isFree(port + 3)) {
                return port;
            }
        }
        throw new IllegalStateException("No three free ports in a row");
    }
}
