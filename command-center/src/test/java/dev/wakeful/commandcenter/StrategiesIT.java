package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.commandcenter.Story.Said;
import dev.wakeful.testing.EventSender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** LEARN-1: what strategies, agents and models achieved, for people; heard in any order, and each end counted once. */
@CommandCenterTest
class StrategiesIT {

    private static final String REPOSITORY = "acme/learning";

    @LocalServerPort
    private int port;

    @Test
    void everyEndCountsOnceWithItsCostAndItsTime() {
        Instant start = Instant.now();
        List<Said> all = new ArrayList<>();
        all.addAll(Story.about(REPOSITORY, start).reported().started().mended().events());
        all.addAll(Story.about(REPOSITORY, start.plusSeconds(1))
                .reported()
                .started()
                .mended()
                .events());
        all.addAll(Story.about(REPOSITORY, start.plusSeconds(2))
                .reported()
                .started()
                .givenUp()
                .events());
        Collections.reverse(all);

        try (EventSender sender = new EventSender()) {
            all.forEach(said -> sender.send(said.event(), said.envelope()));
            all.forEach(said -> sender.send(said.event(), said.envelope()));
            await().until(() -> records().size() == 2 && revert().path("priced").asInt() == 3);
        }

        assertThat(revert().path("kind").asString()).isEqualTo("TEST_FAILURE");
        assertThat(revert().path("runs").asInt()).isEqualTo(3);
        assertThat(revert().path("proven").asInt()).isEqualTo(2);
        assertThat(revert().path("success").path("mean").asDouble()).isEqualTo(0.6);
        assertThat(revert().path("success").path("low").asDouble()).isBetween(0.2, 0.3);
        assertThat(revert().path("medianMillis").asLong()).isEqualTo(2_000);
        assertThat(revert().path("medianMicros").asLong()).isEqualTo(1_240);
        assertThat(revert().path("agent").isNull()).isTrue();
        JsonNode fixer = records().stream()
                .filter(each -> each.path("strategy").asString().equals("fixer"))
                .findFirst()
                .orElseThrow();
        assertThat(fixer.path("runs").asInt())
                .as("what was not needed was not run")
                .isEqualTo(1);
        assertThat(fixer.path("proven").asInt()).isZero();
        assertThat(fixer.path("agent").asString()).isEqualTo("codex");
        assertThat(fixer.path("model").asString()).isEqualTo("gpt-6");
        assertThat(fixer.path("p90Millis").asLong()).isEqualTo(180_000);
        assertThat(fixer.path("medianMicros").asLong()).isEqualTo(930);
        assertThat(new Caller(port).get("/budget").text())
                .contains("What strategies achieved", "revert-culprit", "test failure, codex with gpt-6");
        assertThat(new Caller(port)
                        .get("/api/strategies?repository=acme/nobody")
                        .json()
                        .path("strategies"))
                .isEmpty();
    }

    private JsonNode revert() {
        return records().stream()
                .filter(each -> each.path("strategy").asString().equals("revert-culprit"))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> records() {
        return new Caller(port)
                .get("/api/strategies?repository=" + REPOSITORY)
                .json()
                .path("strategies")
                .valueStream()
                .toList();
    }
}
