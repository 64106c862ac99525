package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Modes and contexts as people ask for them, and their signs of life (MODE-2, MODE-3, MODE-6, MODE-9). */
@CommandCenterTest
class StanceIT {

    @LocalServerPort
    private int port;

    /** MODE-1…4. */
    @Test
    void theModeInForceIsShownWithItsStanceAndWhenItBegan() {
        Story story = Story.about("acme/mode", Instant.now().plusSeconds(60))
                .mode(ModeEvent.Mode.ACTIVE, null, "07:00")
                .mode(ModeEvent.Mode.NIGHT, null, "23:00");
        Instant began = story.now();
        story.mode(ModeEvent.Mode.NIGHT, ModeEvent.Context.SLEEPING, "23:00");
        tell(story);

        await().until(() -> mode().path("context").asString("").equals("SLEEPING"));
        JsonNode mode = mode();
        assertThat(mode.path("mode").asString()).isEqualTo("NIGHT");
        assertThat(Instant.parse(mode.path("since").asString()).toEpochMilli()).isEqualTo(began.toEpochMilli());
        assertThat(mode.path("stance").path("swarms").asInt()).isEqualTo(3);
        assertThat(mode.path("until").isString()).isTrue();
        JsonNode status = api().get("/api/status").json();
        assertThat(status.path("mode").asString()).isEqualTo("NIGHT");
        assertThat(status.path("stance").path("reason").asString()).isEqualTo("23:00");
    }

    /** WAKE-3: also what is no step of a task has its reasons, and people can read them. */
    @Test
    void whyTheInstallationDoesSomethingCanBeRead() {
        Decision mode = new Decision(
                "MODE-2",
                "NIGHT <b>begins</b>",
                Map.of("time", "23:00"),
                List.of(new Decision.Refused("ACTIVE", "nobody was seen for 30 min")));
        Decision silence = new Decision("WAKE-4", "Nothing was heard of it", Map.of(), List.of());
        Story story = Story.about("acme/why", Instant.now()).reported().started();
        story.say("planner", 10, new ModeEvent.Decided(null, mode));
        story.say("planner", 10, new ModeEvent.Decided(story.task, silence));
        tell(story);

        await().until(() -> api().get("/api/decisions").text().contains("<b>begins"));
        JsonNode told = api().get("/api/decisions").json().path(0);
        assertThat(told.path("rule").asString()).isEqualTo("MODE-2");
        assertThat(told.path("inputs").path("time").asString()).isEqualTo("23:00");
        assertThat(told.path("refused").path(0).path("reason").asString()).contains("30 min");
        assertThat(api().get("/").text()).contains("NIGHT &lt;b&gt;begins", "nobody was seen for 30 min");
        await().until(() -> api().get("/tasks/" + story.task).text().contains("Nothing was heard of it"));
        assertThat(api().get("/api/state").json().path("recentDecisions").findValuesAsString("task"))
                .contains("installation", story.task.value());
    }

    @Test
    void whatAPersonAsksForIsTold() {
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            String until = Instant.now().plusSeconds(3_600).toString();

            assertThat(api().post("/api/mode", asked("maintenance", Map.of("until", until)))
                            .status())
                    .isEqualTo(202);
            assertThat(api().post("/api/context", Map.of("context", "away", "by", "dana"))
                            .status())
                    .isEqualTo(202);

            ControlEvent.ModeRequested mode = probe.await(
                    ControlEvent.ModeRequested.class, event -> event.by().equals("dana"));
            assertThat(mode.mode()).isEqualTo(ModeEvent.Mode.MAINTENANCE);
            assertThat(mode.until()).isEqualTo(Instant.parse(until));
            assertThat(probe.await(ControlEvent.ContextSet.class, event -> true).context())
                    .isEqualTo(ModeEvent.Context.AWAY);
            await().until(() -> mode().path("asked").path("mode").asString("").equals("MAINTENANCE"));
        }
    }

    @Test
    void whatCannotBeAskedForIsRefusedWithWhatIsAllowed() {
        assertRefused(asked("SNOOZE", Map.of()), "ACTIVE, NIGHT or MAINTENANCE, got 'SNOOZE'");
        assertRefused(asked("CRISIS", Map.of()), "nobody can ask for it");
        assertRefused(asked("MAINTENANCE", Map.of()), "needs an end");
        assertRefused(asked("NIGHT", Map.of("reason", " ")), "'reason' is missing");
        assertRefused(asked("NIGHT", Map.of("until", "2020-01-01T00:00:00Z")), "between now and 31 days");
        assertRefused(asked("NIGHT", Map.of("until", "tomorrow")), "must be a moment");
        assertThat(api().post("/api/context", Map.of("context", "HAPPY")).detail())
                .contains("AVAILABLE", "SLEEPING");
        assertThat(api().send(api().request("/api/mode").POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
    }

    /** MODE-6: a person's command counts, a program's does not, nor one that was refused. */
    @Test
    void aCommandOfAPersonIsASignOfLife() {
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            api().send(api().authorised("/api/status").GET());
            api().send(api().request("/api/status")
                    .header("X-Wakeful-Person", "nobody")
                    .GET());
            api().send(api().authorised("/api/nothing")
                    .header("X-Wakeful-Person", "lost")
                    .GET());
            api().send(api().authorised("/api/status")
                    .header("X-Wakeful-Person", "kim")
                    .GET());
            api().send(api().authorised("/api/status")
                    .header("X-Wakeful-Person", "kim")
                    .GET());

            ControlEvent.PersonSeen seen = probe.await(
                    ControlEvent.PersonSeen.class, event -> event.by().equals("kim"));
            api().send(api().authorised("/api/status")
                    .header("X-Wakeful-Person", "lee")
                    .GET());
            probe.await(ControlEvent.PersonSeen.class, event -> event.by().equals("lee"));
            assertThat(seen.how()).isEqualTo("command");
            assertThat(probe.heard(ControlEvent.PersonSeen.class))
                    .extracting(ControlEvent.PersonSeen::by)
                    .containsExactly("kim", "lee");
            await().until(() -> mode().path("seenAt").isString());
        }
    }

    private void assertRefused(Map<String, String> request, String reason) {
        Caller.Answer answer = api().post("/api/mode", request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(reason);
    }

    private static Map<String, String> asked(String mode, Map<String, String> change) {
        Map<String, String> request = new HashMap<>(Map.of("mode", mode, "reason", "because", "by", "dana"));
        request.putAll(change);
        return request;
    }

    private JsonNode mode() {
        return api().get("/api/mode").json();
    }

    private static void tell(Story story) {
        try (EventSender sender = new EventSender()) {
            story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        }
    }

    private Caller api() {
        return new Caller(port);
    }
}
