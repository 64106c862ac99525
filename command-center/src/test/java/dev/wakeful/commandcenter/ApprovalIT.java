package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Questions to people and their answers (AUTH-7…11): bound to exactly what was shown, the first answer counts, told once. */
@CommandCenterTest
class ApprovalIT {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** AUTH-10. */
    @Test
    void aYesIsToldOnceWithWhoWhyAndTheQuoteInTheTasksOwnLineage() {
        Story story = Story.about("acme/yes", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), HALF_A_DAY);
        tell(story);
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            JsonNode asked = awaitState(id, "WAITING");
            assertThat(asked.path("quoteMicros").asLong()).isEqualTo(5_000_000);
            assertThat(asked.path("risk").asString()).contains("fail together");
            assertThat(asked.path("what").asString()).contains("57 of 412");

            Caller.Answer first = answer(id, Map.of("answer", "approve", "reason", "worth it", "by", "dana"));
            Caller.Answer again = answer(id, Map.of("answer", "approve", "reason", "worth it", "by", "dana"));

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().path("state").asString()).isEqualTo("APPROVED");
            assertThat(again.status()).isEqualTo(200);
            ControlEvent.TaskApproved told = probe.await(
                    ControlEvent.TaskApproved.class, yes -> yes.approval().equals(id));
            assertThat(told.quote()).isEqualTo(Money.dollars(5));
            assertThat(told.by()).isEqualTo("dana");
            assertThat(told.reason()).isEqualTo("worth it");
            assertThat(told.task()).isEqualTo(story.task);
            await().until(() -> count("task.approved.v1", story) == 1);
            assertThat(probe.heard().stream()
                            .filter(heard -> heard.event().equals(told))
                            .map(heard -> heard.envelope().lineage()))
                    .containsExactly(story.lineage);
            JsonNode task = api().get("/api/tasks/" + story.task).json();
            assertThat(task.path("timeline").toString()).contains("dana approved it for $5.00: worth it");
        }
    }

    /** AUTH-10. */
    @Test
    void ofManyWhoAnswerAtOnceTheFirstCounts() throws Exception {
        Story story = Story.about("acme/race", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), HALF_A_DAY);
        tell(story);
        awaitState(id, "WAITING");

        List<Caller.Answer> answers = atOnce(IntStream.range(0, 8)
                .<Callable<Caller.Answer>>mapToObj(n -> () -> answer(
                        id,
                        Map.of("answer", n % 2 == 0 ? "approve" : "deny", "reason", "because", "by", "person-" + n)))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(7)
                .allMatch(answer -> answer.detail().contains("answered before")
                        && answer.json().path("approval").path("answeredBy").isString());
        await().until(() -> count("task.approved.v1", story) + count("task.denied.v1", story) == 1);
    }

    /** AUTH-10: a newer question voids the older one; an expired one never passes. */
    @Test
    void whatIsNoLongerOpenIsRefusedWithTheReason() {
        Story story = Story.about("acme/closed", Instant.now()).reported();
        ApprovalId older = story.asks(Money.dollars(5), HALF_A_DAY);
        ApprovalId newer = story.asks(Money.dollars(8), HALF_A_DAY);
        Story late = Story.about("acme/late", Instant.now().minusSeconds(100)).reported();
        ApprovalId expired = late.asks(Money.dollars(5), Duration.ofSeconds(10));
        tell(story);
        tell(late);
        awaitState(newer, "WAITING");
        awaitState(expired, "EXPIRED");

        assertRefused(409, older, Map.of(), "newer question");
        assertRefused(409, expired, Map.of(), "expired at");
        assertRefused(409, newer, Map.of("quote", 1), "quote is not the one that was shown");
        assertThat(state(newer)).isEqualTo("WAITING");
        assertThat(waiting()).contains(newer.value()).doesNotContain(older.value(), expired.value());

        story.mended();
        tell(story);
        awaitState(newer, "WITHDRAWN");
        assertRefused(409, newer, Map.of("quote", 8_000_000), "went on without an answer");
    }

    @Test
    void whatIsNoAnswerIsRefusedWithWhatIsAllowed() {
        Story story = Story.about("acme/bad", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), HALF_A_DAY);
        tell(story);
        awaitState(id, "WAITING");

        assertRefused(400, id, Map.of("answer", "maybe"), "'approve' or 'deny'");
        assertRefused(400, id, Map.of("answer", "deny", "reason", "  "), "'reason' is missing");
        assertRefused(400, id, Map.of("reason", "x".repeat(1_001)), "at most 1000");
        assertRefused(400, id, Map.of("by", "a\u202Eb"), "'by' must be a name");
        assertThat(api().post("/api/approvals/" + id, Map.of("answer", "approve"))
                        .detail())
                .contains("'quote' is missing");
        assertThat(api().post("/api/approvals/" + id, "{\"quote\":\"much\"}").status())
                .isEqualTo(400);
        assertThat(answer(new ApprovalId("approval-none"), Map.of("answer", "deny", "reason", "no"))
                        .status())
                .isEqualTo(404);
        assertThat(api().get("/api/approvals/approval-none").status()).isEqualTo(404);
        assertThat(api().send(api().request("/api/approvals/" + id)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"answer\":\"approve\",\"quote\":5000000}")))
                        .status())
                .isEqualTo(401);
        assertThat(state(id)).isEqualTo("WAITING");
    }

    /** An answer and its event are one: what cannot be told is not kept. */
    @Test
    void anAnswerThatCannotBeToldIsNotKept() {
        Story story = Story.about("acme/untold", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), HALF_A_DAY);
        tell(story);
        awaitState(id, "WAITING");
        jdbc.sql("""
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'told to fail'; end $$
                """).update();
        jdbc.sql("create trigger refuse before insert on outbox for each row"
                        + " when (new.type = 'task.approved.v1') execute function refuse()")
                .update();
        try {
            assertThat(answer(id, Map.of("answer", "approve")).status()).isEqualTo(503);
            assertThat(state(id)).isEqualTo("WAITING");
        } finally {
            jdbc.sql("drop trigger refuse on outbox").update();
            jdbc.sql("drop function refuse").update();
        }

        assertThat(answer(id, Map.of("answer", "approve")).status()).isEqualTo(200);
    }

    /** The broker tells everything at least once, and answers may overtake their questions. */
    @Test
    void questionsAndAnswersThatComeTwiceOrTheWrongWayRoundAreOne() {
        Story story = Story.about("acme/round", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), HALF_A_DAY);
        story.say("command-center", 50, new ControlEvent.TaskDenied(story.task, id, "robin", "not now"));
        List<Story.Said> backwards = story.events().reversed();
        try (EventSender sender = new EventSender()) {
            for (int time = 0; time < 2; time++) {
                backwards.forEach(said -> sender.send(said.event(), said.envelope()));
            }
        }

        JsonNode denied = awaitState(id, "DENIED");
        assertThat(denied.path("answeredBy").asString()).isEqualTo("robin");
        assertThat(answer(id, Map.of("answer", "approve")).status()).isEqualTo(409);
        assertThat(count("task.denied.v1", story)).isEqualTo(1);
    }

    /** AUTH-9: agents' questions stand beside each other and those about the task; the answer names the swarm and is for it alone. */
    @Test
    void anAgentsQuestionIsShownExactlyAndAnsweredToItsSwarm() {
        Story story = Story.about("acme/agent", Instant.now()).reported().started();
        ApprovalId first = agentAsks(story, SwarmEvent.PermissionState.ASKED, "approval-agent-1");
        ApprovalId second = agentAsks(story, SwarmEvent.PermissionState.ASKED, "approval-agent-2");
        ApprovalId gone = agentAsks(story, SwarmEvent.PermissionState.ASKED, "approval-agent-3");
        agentAsks(story, SwarmEvent.PermissionState.EXPIRED, "approval-agent-3");
        tell(story);
        awaitState(gone, "EXPIRED");
        JsonNode asked = awaitState(first, "WAITING");
        assertThat(asked.path("title").asString()).isEqualTo("codex asks: Delete the old prices");
        assertThat(asked.path("call").asString()).isEqualTo("{\"path\":\"<old>.txt\"}");
        assertThat(asked.path("swarm").asString()).isEqualTo(story.swarm.value());
        assertThat(api().get("/approvals/" + first).text())
                .contains("{&quot;path&quot;:&quot;&lt;old&gt;.txt&quot;}", "nothing beyond what is set aside");
        assertThat(api().get("/tasks/" + story.task).text()).contains("question-" + first, "question-" + second);

        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            assertThat(answer(first, Map.of("answer", "approve", "quote", 0, "by", "dana"))
                            .status())
                    .isEqualTo(200);
            assertThat(answer(second, Map.of("answer", "deny", "reason", "no", "quote", 0, "by", "dana"))
                            .status())
                    .isEqualTo(200);
            assertThat(probe.await(
                                    ControlEvent.TaskApproved.class,
                                    yes -> yes.approval().equals(first))
                            .swarm())
                    .isEqualTo(story.swarm);
            assertThat(probe.await(
                                    ControlEvent.TaskDenied.class,
                                    no -> no.approval().equals(second))
                            .swarm())
                    .isEqualTo(story.swarm);
        }
        assertRefused(409, gone, Map.of("quote", 0), "the agent was refused, which is not a yes");
    }

    /** An answer that its swarm never used, because the agent was gone, is not shown as one that was. */
    @Test
    void whatAnEndedAgentAskedIsWithdrawn() {
        Story story = Story.about("acme/ended", Instant.now()).reported().started();
        ApprovalId id = agentAsks(story, SwarmEvent.PermissionState.ASKED, "approval-agent-4");
        tell(story);
        awaitState(id, "WAITING");
        answer(id, Map.of("answer", "approve", "quote", 0));
        agentAsks(story, SwarmEvent.PermissionState.WITHDRAWN, "approval-agent-4");
        tell(story);

        awaitState(id, "WITHDRAWN");
        assertRefused(409, id, Map.of("quote", 0, "by", "robin"), "agent that asked has ended");
    }

    private static ApprovalId agentAsks(Story story, SwarmEvent.PermissionState state, String approval) {
        ApprovalId id = new ApprovalId(approval);
        story.say(
                "auto-dev",
                5,
                new SwarmEvent.Progressed(
                        story.swarm,
                        story.task,
                        "asking",
                        "codex asks",
                        null,
                        new SwarmEvent.Permission(
                                new TaskEvent.Question(
                                        id,
                                        Money.ZERO,
                                        "this one call",
                                        Instant.now().plusSeconds(600)),
                                story.repository,
                                "codex",
                                "delete",
                                "Delete the old prices",
                                "{\"path\":\"<old>.txt\"}",
                                "Policy leaves it to a person.",
                                state)));
        return id;
    }

    private void assertRefused(int status, ApprovalId id, Map<String, ?> change, String reason) {
        Map<String, Object> request = new HashMap<>(Map.of("answer", "approve"));
        request.putAll(change);
        Caller.Answer answer = answer(id, request);
        assertThat(answer.detail()).contains(reason);
        assertThat(answer.status()).isEqualTo(status);
    }

    private Caller.Answer answer(ApprovalId id, Map<String, ?> given) {
        Map<String, Object> request = new HashMap<>(Map.of("quote", 5_000_000));
        request.putAll(given);
        return api().post("/api/approvals/" + id, request);
    }

    private static List<Caller.Answer> atOnce(List<Callable<Caller.Answer>> calls) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Caller.Answer> answers = new java.util.ArrayList<>();
            for (var answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private JsonNode awaitState(ApprovalId id, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals(state));
        return api().get("/api/approvals/" + id).json();
    }

    private String state(ApprovalId id) {
        return api().get("/api/approvals/" + id).json().path("state").asString("");
    }

    private String waiting() {
        return api().get("/api/approvals").text();
    }

    private long count(String type, Story story) {
        return jdbc.sql("select count(*) from event where type = :type and task = :task")
                .param("type", type)
                .param("task", story.task.value())
                .query(Long.class)
                .single();
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
