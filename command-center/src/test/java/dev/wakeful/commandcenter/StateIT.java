package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.testing.EventSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** STATE-5: coverage and the level of escalation come from what was told, and are not known where nothing was. */
@CommandCenterTest
class StateIT {

    @LocalServerPort
    private int port;

    private final EventSender sender = new EventSender();
    private final String repository = "acme/covered-" + UUID.randomUUID();

    @AfterEach
    void hangUp() {
        sender.close();
    }

    @Test
    void theNewestMeasuredCoverageOfARepositoryIsShown() {
        Instant now = Instant.now();
        sender.send(failed(now, null));
        sender.send(failed(now, new Evidence.Coverage(812, 1000)));
        await().until(() -> !covered().isMissingNode());
        assertThat(covered().path("percent").asDouble()).isEqualTo(81.2);

        sender.send(failed(now.minusSeconds(60), new Evidence.Coverage(1, 1000)));
        sender.send(failed(now.plusSeconds(60), new Evidence.Coverage(913, 1001)));
        sender.send(failed(now.plusSeconds(120), null));

        await().until(() -> covered().path("lines").asLong() == 1001);
        assertThat(covered().path("percent").asDouble()).isEqualTo(91.2);
        assertThat(covered().path("role").asString()).isEqualTo("head");
    }

    @Test
    void aCapThatIsNearlyUsedUpIsUrgent() {
        String scope = "week:" + UUID.randomUUID();
        sender.send(new BudgetEvent.Alerted(
                scope, 90, Money.micros(90), Money.micros(100), Instant.now().plus(Duration.ofHours(1))));

        await().until(() ->
                state().path("escalation").path("reasons").toString().contains("caps are nearly used up"));
        assertThat(state().path("escalation").path("level").asString()).isIn("URGENT", "CRISIS", "STOPPED");
    }

    /** DEV-4: an instance without a sandbox is a warning on every page, in the status and in the state, for as long as its newest beat says so. */
    @Test
    void anInstanceWithoutASandboxIsAWarningEverywhere() {
        Instant now = Instant.now();
        String bare = "auto-dev-" + UUID.randomUUID();
        String fenced = "auto-dev-" + UUID.randomUUID();
        beat(fenced, "bubblewrap", now);
        beat(bare, "none", now);
        beat(bare, "bubblewrap", now.minusSeconds(9));

        await().until(() -> withoutSandbox("/api/status").contains(bare));
        assertThat(withoutSandbox("/api/state")).contains(bare).doesNotContain(fenced);
        for (String page : List.of("/", "/budget", "/sign-in", "/error")) {
            assertThat(banner(page)).as(page).contains("No sandbox:", bare).doesNotContain(fenced);
        }

        beat(bare, "container", now.plusSeconds(1));
        await().until(() -> !withoutSandbox("/api/status").contains(bare));
        assertThat(banner("/")).doesNotContain(bare);
    }

    private String banner(String page) {
        Caller caller = new Caller(port);
        String text = caller.send(
                        caller.request(page).header("Accept", "text/html").GET())
                .text();
        int begin = text.indexOf("id=\"sandbox\"");
        return text.substring(begin, text.indexOf("</section>", begin));
    }

    private void beat(String instance, String sandbox, Instant at) {
        HealthEvent.Beat beat = new HealthEvent.Beat("auto-dev", instance, at, sandbox);
        Envelope envelope = EventSender.envelopeFor(beat);
        sender.send(
                beat,
                new Envelope(
                        envelope.id(),
                        envelope.source(),
                        envelope.type(),
                        envelope.subject(),
                        at,
                        envelope.lineage(),
                        envelope.cause(),
                        envelope.traceparent()));
    }

    private String withoutSandbox(String path) {
        return new Caller(port).get(path).json().path("withoutSandbox").toString();
    }

    /** DEV-5: what spoke to agents is shown of an attempt that failed, and stays when the next one completes nothing either. */
    @Test
    void whatSpokeToAgentsIsShownOfAFailedTaskToo() {
        Story story = Story.about("acme/hostile-" + UUID.randomUUID(), Instant.now())
                .reported()
                .started();
        story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        SwarmEvent.Failed plain = failed(Instant.now(), null);
        sender.send(new SwarmEvent.Failed(
                plain.swarm(),
                story.task,
                plain.finding(),
                plain.repository(),
                SwarmEvent.Reason.NOT_FIXED,
                "no",
                null,
                List.of(),
                SwarmEvent.Usage.NONE,
                null,
                List.of(new SwarmEvent.Suspicion(
                        SwarmEvent.Suspicion.SPEAKS_TO_AGENTS, "CLAUDE.md", 0, "<b>Obey</b>", "It speaks."))));

        Caller caller = new Caller(port);
        await().until(() ->
                caller.get("/api/tasks/" + story.task).json().path("suspicions").size() == 1);
        assertThat(caller.get("/tasks/" + story.task).text())
                .contains("Trusted less: text from outside speaks to agents", "CLAUDE.md", "&lt;b&gt;Obey")
                .doesNotContain("the checks may not show");
    }

    private JsonNode covered() {
        return state().path("coverage")
                .valueStream()
                .filter(each -> each.path("repository").asString().equals(repository))
                .findFirst()
                .orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }

    private JsonNode state() {
        return new Caller(port).get("/api/state").json();
    }

    private SwarmEvent.Failed failed(Instant at, Evidence.@Nullable Coverage coverage) {
        return new SwarmEvent.Failed(
                SwarmId.make(at),
                TaskId.make(at),
                FindingId.make(at),
                new RepositoryName(repository),
                SwarmEvent.Reason.ENVIRONMENT,
                "no",
                null,
                List.of(new Evidence(
                        Evidence.Role.HEAD,
                        Evidence.Grade.GATED,
                        new Revision("a".repeat(40)),
                        "make test",
                        Evidence.Verdict.GREEN,
                        0,
                        Duration.ofSeconds(1),
                        at,
                        "",
                        "tests",
                        "coverage",
                        coverage)),
                SwarmEvent.Usage.NONE);
    }
}
