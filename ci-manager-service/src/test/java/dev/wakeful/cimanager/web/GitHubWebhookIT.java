package dev.wakeful.cimanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.cimanager.Payloads;
import dev.wakeful.cimanager.Sender;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.testing.EventProbe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CiManagerTest
class GitHubWebhookIT {

    private static final AtomicLong JOBS = new AtomicLong(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private WatchedRepositories repositories;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final long job = JOBS.incrementAndGet();
    private final String delivery = UUID.randomUUID().toString();

    @BeforeEach
    void watchARepository() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> repositories.put(new WatchedRepository(
                        new RepositoryName(Payloads.RECORDED), "/nowhere", "main", "true", null)));
    }

    /** TRG-1, TRG-2 */
    @Test
    void aFailedJobBecomesABuildFailureInTheTraceOfItsWebhook() {
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            Sender.Answer answer = sender().deliver("workflow_job", delivery, failure());

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().path("delivery").asString()).isEqualTo(delivery);
            assertThat(answer.verdict()).isEqualTo("accepted");
            BuildEvent.Failed failed = probe.await(BuildEvent.Failed.class, this::isOurs);
            assertThat(failed.job()).isEqualTo("CodeQL / linters");
            assertThat(failed.step()).isEqualTo("Run yarn run format-check");
            assertThat(failed.failedAt()).isEqualTo(Instant.parse("2021-08-05T10:38:16Z"));
            assertThat(failed.branch()).isEqualTo("main");
            assertThat(probe.heard())
                    .filteredOn(heard -> heard.event().equals(failed))
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.envelope().traceparent())
                            .contains(logged(delivery).path("traceId").asString()));
        }
    }

    @Test
    void theSameDeliveryTwiceIsOneBuildFailure() {
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            sender().deliver("workflow_job", delivery, failure());
            Sender.Answer again = sender().deliver("workflow_job", delivery, failure());
            String last = UUID.randomUUID().toString();
            sender().deliver("workflow_job", last, Payloads.failure("nobody/knows-" + job, job));

            assertThat(again.status()).isEqualTo(202);
            assertThat(again.verdict()).isEqualTo("duplicate");
            probe.await(
                    BuildEvent.Unmatched.class,
                    unmatched -> unmatched.delivery().equals(last));
            assertThat(probe.heard(BuildEvent.Failed.class))
                    .filteredOn(this::isOurs)
                    .hasSize(1);
        }
    }

    @Test
    void anyActiveSecretWillDo() {
        byte[] body = failure().getBytes(StandardCharsets.UTF_8);

        Sender.Answer answer = sender().deliver(
                        "workflow_job",
                        delivery,
                        body,
                        "application/json",
                        Sender.sign(body, "old-secret-of-the-tests"));

        assertThat(answer.verdict()).isEqualTo("accepted");
    }

    @Test
    void aWrongSignatureIsRefusedAndCountedAndNothingElseIsStored() {
        byte[] body = failure().getBytes(StandardCharsets.UTF_8);
        long before = refusals("signature wrong");

        Sender.Answer answer =
                sender().deliver("workflow_job", delivery, body, "application/json", Sender.sign(body, "guessed"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().has("detail")).isFalse();
        assertThat(refusals("signature wrong")).isEqualTo(before + 1);
        assertThat(stored(delivery)).isZero();
    }

    @Test
    void aMissingSignatureIsRefusedAndCounted() {
        long before = refusals("signature missing");

        Sender.Answer answer = sender().post(
                        "/webhooks/github",
                        failure().getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "X-GitHub-Event", "workflow_job",
                                "X-GitHub-Delivery", delivery,
                                "Content-Type", "application/json"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(refusals("signature missing")).isEqualTo(before + 1);
        assertThat(stored(delivery)).isZero();
    }

    @Test
    void aFormIsUnderstoodAndItsRawBytesAreWhatIsSigned() {
        byte[] form =
                ("payload=" + URLEncoder.encode(failure(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

        Sender.Answer answer = sender().deliver(
                        "workflow_job",
                        delivery,
                        form,
                        "application/x-www-form-urlencoded",
                        Sender.sign(form, Sender.SECRET));

        assertThat(answer.verdict()).isEqualTo("accepted");
    }

    @Test
    void anUnknownEventIsIgnoredAndInTheLog() {
        Sender.Answer answer = sender().deliver("star", delivery, "{\"action\":\"created\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.verdict()).isEqualTo("ignored");
        assertThat(logged(delivery).path("verdict").asString()).isEqualTo("ignored");
    }

    @Test
    void aPingIsAnswered() {
        assertThat(sender().deliver("ping", delivery, "{\"zen\":\"Design for failure.\"}")
                        .verdict())
                .isEqualTo("pong");
    }

    @Test
    void malformedJsonIsRefusedAndKeptInTheLog() {
        Sender.Answer answer = sender().deliver("workflow_job", delivery, "{\"action\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString()).contains("not JSON");
        assertThat(logged(delivery).path("verdict").asString()).isEqualTo("malformed");
    }

    @Test
    void aDeliveryThatCouldNotBeUnderstoodMayBeGivenAgain() {
        sender().deliver("workflow_job", delivery, "{\"action\":");

        Sender.Answer again = sender().deliver("workflow_job", delivery, failure());

        assertThat(again.verdict()).isEqualTo("accepted");
        assertThat(logged(delivery).path("verdict").asString()).isEqualTo("accepted");
    }

    @Test
    void aMissingDeliveryIdIsRefused() {
        byte[] body = failure().getBytes(StandardCharsets.UTF_8);

        Sender.Answer answer = sender().post(
                        "/webhooks/github",
                        body,
                        Map.of(
                                "X-GitHub-Event", "workflow_job",
                                "X-Hub-Signature-256", Sender.sign(body, Sender.SECRET),
                                "Content-Type", "application/json"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("X-GitHub-Delivery");
    }

    @Test
    void aBodyOverTheLimitIsRefusedByItsAnnouncedLength() {
        byte[] body = new byte[SignedBody.MOST_BYTES + 1];

        Sender.Answer answer =
                sender().deliver("workflow_job", delivery, body, "application/json", Sender.sign(body, Sender.SECRET));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(stored(delivery)).isZero();
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhereItsLengthWasNotAnnounced() {
        byte[] body = new byte[SignedBody.MOST_BYTES + 1];

        Sender.Answer answer = sender().postUnannounced(
                        "/webhooks/github",
                        body,
                        Map.of(
                                "X-GitHub-Event",
                                "workflow_job",
                                "X-GitHub-Delivery",
                                delivery,
                                "X-Hub-Signature-256",
                                Sender.sign(body, Sender.SECRET),
                                "Content-Type",
                                "application/json"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(stored(delivery)).isZero();
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        String start = "{\"zen\":\"";
        String body = start + "x".repeat(SignedBody.MOST_BYTES - start.length() - 2) + "\"}";

        assertThat(sender().deliver("ping", delivery, body).verdict()).isEqualTo("pong");
    }

    @Test
    void aTypeNobodySendsIsRefused() {
        byte[] body = failure().getBytes(StandardCharsets.UTF_8);

        assertThat(sender().deliver("workflow_job", delivery, body, "text/xml", Sender.sign(body, Sender.SECRET))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aBranchOfTheSystemsOwnIsNotReacted() {
        String body = Payloads.edited(
                payload -> payload.withObject("workflow_job").put("id", job).put("head_branch", "wakeful/task-1"));

        assertThat(sender().deliver("workflow_job", delivery, body).verdict()).isEqualTo("own-branch");
    }

    /** BUD-9: said once for each delivery, with its time and its task; of a repository that is none of ours nothing is said. */
    @Test
    void aJobOnABranchOfOursIsToldAsCausedByUs() {
        String task = "task-0193f1c2a7d1-0a1b2c3d4e5f6071";
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            sender().deliver("workflow_job", UUID.randomUUID().toString(), own("somebody/else-" + job, task));
            sender().deliver("workflow_job", delivery, own(Payloads.RECORDED, task));
            Sender.Answer again = sender().deliver("workflow_job", delivery, own(Payloads.RECORDED, task));
            String last = UUID.randomUUID().toString();
            sender().deliver("workflow_job", last, Payloads.failure("nobody/knows-" + job, job));
            probe.await(
                    BuildEvent.Unmatched.class,
                    unmatched -> unmatched.delivery().equals(last));

            assertThat(again.verdict()).isEqualTo("duplicate");
            assertThat(probe.heard(BuildEvent.Caused.class))
                    .filteredOn(caused -> caused.build().value().equals("github:job:" + job + ":1"))
                    .singleElement()
                    .satisfies(caused -> {
                        assertThat(caused.repository().value()).isEqualTo(Payloads.RECORDED);
                        assertThat(caused.task()).isEqualTo(new TaskId(task));
                        assertThat(caused.took()).isEqualTo(Duration.ofSeconds(198));
                    });
        }
    }

    /** MODE-6: a person's push is a sign of life, told once in a while; a robot's, an app's, one of our own branches, or elsewhere is none. */
    @Test
    void aPushOfAPersonIsASignOfLife() {
        String login = "ada-" + job;
        long at = Instant.now().getEpochSecond() - 60;
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            Sender.Answer first = push(delivery, Payloads.RECORDED, "refs/heads/main", login, "User", at);
            push(delivery, Payloads.RECORDED, "refs/heads/main", login, "User", at);
            push(UUID.randomUUID().toString(), Payloads.RECORDED, "refs/heads/other", login, "User", at);
            String robot = push("renovate-" + job, "User", Payloads.RECORDED, "refs/heads/main")
                    .verdict();
            String app = push("app-" + job, "Bot", Payloads.RECORDED, "refs/heads/main")
                    .verdict();
            String own = push("own-" + job, "User", Payloads.RECORDED, "refs/heads/wakeful/task-1")
                    .verdict();
            String elsewhere = push("else-" + job, "User", "nobody/knows-" + job, "refs/heads/main")
                    .verdict();
            push("last-" + job, "User", Payloads.RECORDED, "refs/heads/main");
            probe.await(ControlEvent.PersonSeen.class, seen -> seen.by().equals("last-" + job));

            assertThat(first.verdict()).isEqualTo("accepted");
            assertThat(List.of(robot, app, own, elsewhere))
                    .containsExactly("ignored", "ignored", "own-branch", "ignored");
            assertThat(probe.heard(ControlEvent.PersonSeen.class))
                    .filteredOn(
                            seen -> seen.by().endsWith("-" + job) && !seen.by().startsWith("last"))
                    .containsExactly(new ControlEvent.PersonSeen(login, Instant.ofEpochSecond(at), "push"));
        }
    }

    private Sender.Answer push(String login, String type, String repository, String ref) {
        return push(
                UUID.randomUUID().toString(),
                repository,
                ref,
                login,
                type,
                Instant.now().getEpochSecond());
    }

    private Sender.Answer push(String id, String repository, String ref, String login, String type, long at) {
        return sender().deliver("push", id, """
                {"ref":"%s","sender":{"login":"%s","type":"%s"},"repository":{"full_name":"%s","pushed_at":%d}}
                """.formatted(ref, login, type, repository, at));
    }

    private String own(String repository, String task) {
        return Payloads.edited(payload -> {
            payload.withObject("repository").put("full_name", repository);
            payload.withObject("workflow_job").put("id", job).put("head_branch", "wakeful/" + task);
        });
    }

    @Test
    void theLogShowsNoBodiesAndNoSecrets() {
        sender().deliver("workflow_job", delivery, failure());

        Sender.Answer log = sender().get("/api/deliveries?limit=1000");

        assertThat(log.status()).isEqualTo(200);
        assertThat(log.raw().body()).contains(delivery).doesNotContain("format-check", Sender.SECRET, "sha256=");
        assertThat(jdbc.sql("select headers from delivery where id = :id")
                        .param("id", delivery)
                        .query(String.class)
                        .single())
                .contains("Hookshot")
                .doesNotContain("sha256=");
    }

    private Sender sender() {
        return new Sender(port);
    }

    private String failure() {
        return Payloads.failure("Codertocat/Hello-World", job);
    }

    private boolean isOurs(BuildEvent.Failed failed) {
        return failed.build().value().equals("github:job:" + job + ":1");
    }

    private JsonNode logged(String id) {
        return sender().get("/api/deliveries?limit=1000")
                .json()
                .path("deliveries")
                .valueStream()
                .filter(entry -> entry.path("delivery").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long stored(String id) {
        return jdbc.sql("select count(*) from delivery where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private long refusals(String reason) {
        return jdbc.sql("select coalesce(sum(count), 0) from refusal where reason = :reason")
                .param("reason", reason)
                .query(Long.class)
                .single();
    }
}
