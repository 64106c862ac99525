package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent.WorkspaceChanged;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** DEV-10: the files of swarms as people see them, and having some removed. */
@CommandCenterTest
class WorkspaceIT {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final SwarmId swarm = SwarmId.make(Instant.now());
    private final TaskId task = TaskId.make(Instant.now());

    @LocalServerPort
    private int port;

    @Test
    void whateverTheOrderAndHoweverOftenTheLastStateIsShown() {
        Instant until = START.plusSeconds(86_400);
        tell(List.of(
                told(WorkspaceState.KEPT, 700, "The swarm failed.", until, 90),
                told(WorkspaceState.CUT, 500, "In use by its swarm.", null, 60),
                told(WorkspaceState.KEPT, 700, "The swarm failed.", until, 90),
                told(WorkspaceState.CUT, 0, "Cut for the swarm.", null, 0)));
        await().until(() -> since().equals(START.toString()));

        assertThat(shown().path("state").asString()).isEqualTo("KEPT");
        assertThat(shown().path("bytes").asLong()).isEqualTo(700);
        assertThat(shown().path("reason").asString()).isEqualTo("The swarm failed.");
        assertThat(shown().path("until").asString()).isEqualTo(until.toString());
        assertThat(shown().path("repository").asString()).isEqualTo("acme/files");
        assertThat(shown().path("task").asString()).isEqualTo(task.value());
        assertThat(list("")).contains(swarm.value());

        tell(List.of(
                told(WorkspaceState.REMOVED, 0, "dana asked for it.", null, 120),
                told(WorkspaceState.MARKED, 700, "dana asked for it.", null, 120)));
        await().until(() -> shown().path("state").asString().equals("REMOVED"));

        assertThat(list("")).doesNotContain(swarm.value());
        assertThat(list("?all=true")).contains(swarm.value());
    }

    @Test
    void aRemovalThatAPersonWantsIsToldWithTheReason() {
        keep();
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            Caller.Answer answer = ask(Map.of("reason", "seen enough", "by", "dana"));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(probe.await(
                            ControlEvent.WorkspaceRemovalRequested.class,
                            asked -> asked.swarm().equals(swarm)))
                    .isEqualTo(new ControlEvent.WorkspaceRemovalRequested(swarm, "dana", "seen enough"));
        }
    }

    @Test
    void whatCannotBeRemovedIsRefusedWithTheReason() {
        tell(List.of(told(WorkspaceState.CUT, 500, "In use by its swarm.", null, 60)));
        await().until(() -> shown().path("state").asString("").equals("CUT"));

        assertThat(ask(Map.of("reason", "now")).status()).isEqualTo(409);
        assertThat(ask(Map.of("reason", "now")).detail()).contains(swarm.value(), "is at work");
        assertThat(ask(Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(api().post("/api/workspaces/nobody/removal", Map.of("reason", "now"))
                        .status())
                .isEqualTo(404);
        assertThat(api().send(api().request(path()).POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
    }

    private void keep() {
        tell(List.of(told(WorkspaceState.KEPT, 700, "The swarm failed.", START.plusSeconds(86_400), 90)));
        await().until(() -> shown().path("state").asString("").equals("KEPT"));
    }

    private Said told(WorkspaceState state, long bytes, String reason, @Nullable Instant until, int second) {
        return new Said(
                new WorkspaceChanged(swarm, task, new RepositoryName("acme/files"), state, bytes, 7, 3, reason, until),
                START.plusSeconds(second));
    }

    private void tell(List<Said> all) {
        try (EventSender sender = new EventSender()) {
            all.forEach(said -> {
                Envelope fresh = EventSender.envelopeFor(said.event());
                Envelope envelope = new Envelope(
                        EventId.make(said.at()),
                        "/wakeful/auto-dev",
                        fresh.type(),
                        fresh.subject(),
                        said.at(),
                        fresh.lineage(),
                        null,
                        fresh.traceparent());
                sender.send(said.event(), envelope);
                sender.send(said.event(), envelope);
            });
        }
    }

    private record Said(WorkspaceChanged event, Instant at) {}

    private Caller.Answer ask(Map<String, String> request) {
        return api().post(path(), request);
    }

    private String path() {
        return "/api/workspaces/" + swarm.value() + "/removal";
    }

    private String since() {
        return shown().path("since").asString("");
    }

    private JsonNode shown() {
        return api().get("/api/workspaces/" + swarm.value()).json();
    }

    private String list(String query) {
        return api().get("/api/workspaces" + query).text();
    }

    private Caller api() {
        return new Caller(port);
    }
}
