package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.testing.EventSender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** BUD-9: CI minutes that our branches caused, as people see them, whatever the order and however often they are told. */
@CommandCenterTest
class CiMinutesIT {

    @LocalServerPort
    private int port;

    @Test
    void theyAreShownWithTheirTaskAndTheirRepository() {
        String scope = "repository:acme/ci:9997-01-01";
        Story story = Story.about("acme/ci", Instant.now()).reported().started().mended();
        ran(story, 4, true, scope);
        ran(story, 360, false, scope);
        List<Story.Said> twice = new ArrayList<>(story.events());
        twice.addAll(story.events());
        Collections.reverse(twice);
        try (EventSender sender = new EventSender()) {
            twice.forEach(said -> sender.send(said.event(), said.envelope()));
        }
        await().until(() -> detail(story).at("/cost/ciMinutes").asLong() == 364
                && detail(story).path("timeline").toString().contains("ended with success"));

        assertThat(detail(story).at("/cost/ciMicros").asLong()).isEqualTo(2_912_000);
        assertThat(detail(story).path("timeline").toString())
                .contains("for 4 CI minutes of acme/ci.", "360 CI minutes of acme/ci, at the worst case");
        JsonNode repository = new Caller(port)
                .get("/api/budget")
                .json()
                .path("ci")
                .valueStream()
                .filter(each -> each.path("repository").asString().equals("acme/ci"))
                .findFirst()
                .orElseThrow();
        assertThat(repository.path("jobs").asInt()).isEqualTo(2);
        assertThat(repository.path("minutes").asInt()).isEqualTo(364);
        assertThat(repository.path("unmeasuredJobs").asInt()).isEqualTo(1);
        assertThat(repository.path("spentMicros").asLong()).isEqualTo(2_912_000);
        assertThat(new Caller(port).get("/tasks/" + story.task).text()).contains("364 minutes");
        assertThat(new Caller(port).get("/budget").text()).contains("CI minutes that our branches caused", "acme/ci");
        await().until(() -> new Caller(port)
                .get("/api/budget")
                .json()
                .path("scopes")
                .valueStream()
                .anyMatch(each -> each.path("scope").asString().equals(scope)
                        && each.path("usedMicros").asLong() == 2_912_000));
    }

    private static void ran(Story story, long minutes, boolean measured, String scope) {
        BuildId build = new BuildId("github:job:" + UUID.randomUUID() + ":1");
        story.say(
                "ci-manager",
                1_000,
                new BuildEvent.Caused(
                        build,
                        story.repository,
                        story.task,
                        "ci / test",
                        1,
                        "wakeful/" + story.task,
                        "success",
                        measured ? Duration.ofMinutes(minutes) : null,
                        story.now()));
        story.say(
                "budget",
                5,
                new BudgetEvent.CiBooked(
                        ReservationId.make(story.now()),
                        build,
                        story.repository,
                        story.task,
                        minutes,
                        measured,
                        Money.micros(minutes * 8_000),
                        true,
                        List.of(scope)));
    }

    private JsonNode detail(Story story) {
        return new Caller(port).get("/api/tasks/" + story.task).json();
    }
}
