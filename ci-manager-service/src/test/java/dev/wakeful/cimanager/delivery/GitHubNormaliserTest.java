package dev.wakeful.cimanager.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.Payloads;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class GitHubNormaliserTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    /** TRG-1: the payload GitHub documents. */
    @Test
    void aRecordedFailureIsUnderstood() {
        assertThat(understand("workflow_job", Payloads.recordedFailure()))
                .isInstanceOfSatisfying(Understood.Report.class, report -> {
                    assertThat(report.red()).isTrue();
                    assertThat(report.build().value()).isEqualTo("github:job:289782451:1");
                    assertThat(report.repository().value()).isEqualTo(Payloads.RECORDED);
                    assertThat(report.job()).isEqualTo("CodeQL / linters");
                    assertThat(report.step()).isEqualTo("Run yarn run format-check");
                    assertThat(report.revision().value()).isEqualTo("3484a3fb816e0859fd6e1cea078d76385ff50625");
                    assertThat(report.endedAt()).isEqualTo(Instant.parse("2021-08-05T10:38:16Z"));
                });
    }

    @ParameterizedTest
    @CsvSource({"failure,true", "timed_out,true", "startup_failure,true", "success,false"})
    void theConclusionSaysRedOrGreen(String conclusion, boolean red) {
        assertThat(job(job -> job.put("conclusion", conclusion)))
                .isInstanceOfSatisfying(
                        Understood.Report.class,
                        report -> assertThat(report.red()).isEqualTo(red));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "skipped", "neutral", "action_required", "stale", "something new"})
    void anyOtherConclusionIsNothing(String conclusion) {
        assertThat(job(job -> job.put("conclusion", conclusion))).isInstanceOf(Understood.Nothing.class);
    }

    @Test
    void aJobThatIsNotCompletedIsNothing() {
        assertThat(understand("workflow_job", Payloads.edited(payload -> payload.put("action", "queued"))))
                .isInstanceOf(Understood.Nothing.class);
    }

    @Test
    void aRunIsReportedOnlyWhereItHasNoJobs() {
        assertThat(run("startup_failure")).isInstanceOfSatisfying(Understood.Report.class, report -> {
            assertThat(report.build().value()).isEqualTo("github:run:289782451:1");
            assertThat(report.job()).isEqualTo("linters");
            assertThat(report.step()).isNull();
        });
        assertThat(run("failure")).isInstanceOf(Understood.Nothing.class);
    }

    private static Understood run(String conclusion) {
        return understand("workflow_run", Payloads.edited(payload -> {
            payload.set("workflow_run", payload.withObject("workflow_job").put("conclusion", conclusion));
            payload.remove("workflow_job");
        }));
    }

    @Test
    void theSystemsOwnBranchIsRecognised() {
        assertThat(job(job -> job.put("head_branch", "wakeful/task-1"))).isInstanceOf(Understood.OwnJob.class);
        assertThat(job(job -> job.put("head_branch", "wakefulness"))).isInstanceOf(Understood.Report.class);
        assertThat(understand("workflow_run", Payloads.edited(payload -> {
                    payload.set(
                            "workflow_run",
                            payload.withObject("workflow_job")
                                    .put("conclusion", "startup_failure")
                                    .put("head_branch", "wakeful/task-1"));
                    payload.remove("workflow_job");
                })))
                .isInstanceOf(Understood.OwnBranch.class);
    }

    /** BUD-9: whatever it says, it has cost what it took. */
    @ParameterizedTest
    @ValueSource(strings = {"failure", "success", "cancelled", "timed_out", "something new"})
    void aJobOnABranchOfOursTellsItsTimeAndItsTask(String conclusion) {
        String task = "task-0193f1c2a7d1-0a1b2c3d4e5f6071";

        assertThat(job(job -> job.put("head_branch", "wakeful/" + task).put("conclusion", conclusion)))
                .isInstanceOfSatisfying(Understood.OwnJob.class, own -> {
                    assertThat(own.build().value()).isEqualTo("github:job:289782451:1");
                    assertThat(own.task()).isEqualTo(new TaskId(task));
                    assertThat(own.took()).isEqualTo(Duration.ofSeconds(198));
                    assertThat(own.conclusion()).isEqualTo(conclusion);
                });
    }

    /** BUD-6, BUD-9: time that is not told, or cannot be, is unknown and never nothing; a job that was skipped took none. */
    @Test
    void timeThatCannotBeIsUnknown() {
        assertThat(took(job -> job.remove("started_at"))).isNull();
        assertThat(took(job -> job.put("completed_at", "soon"))).isNull();
        assertThat(took(job -> job.putNull("completed_at"))).isNull();
        assertThat(took(job -> job.put("started_at", "2021-08-05T10:39:16Z"))).isNull();
        assertThat(took(job -> job.put("started_at", "2001-08-05T10:39:16Z"))).isNull();
        assertThat(took(job -> job.put("conclusion", "skipped").put("started_at", "2021-08-05T10:39:16Z")))
                .isEqualTo(Duration.ZERO);
        assertThat(job(job -> job.put("head_branch", "wakeful/by-hand")))
                .isInstanceOfSatisfying(
                        Understood.OwnJob.class, own -> assertThat(own.task()).isNull());
    }

    /** MODE-6: the push's own time counts, and never a time to come. */
    @Test
    void aPushIsOfItsOwnTime() {
        assertThat(pushed("1763600000"))
                .isEqualTo(new Understood.Push(
                        new RepositoryName("acme/shop"), "ada", Instant.ofEpochSecond(1_763_600_000)));
        assertThat(pushed("99999999999"))
                .isInstanceOfSatisfying(
                        Understood.Push.class, push -> assertThat(push.at()).isEqualTo(NOW));
        assertThat(pushed("\"2011-01-26T19:01:12Z\""))
                .isInstanceOfSatisfying(
                        Understood.Push.class, push -> assertThat(push.at()).isEqualTo(NOW));
        assertThat(pushed("-5"))
                .isInstanceOfSatisfying(
                        Understood.Push.class, push -> assertThat(push.at()).isEqualTo(NOW));
        assertThat(understand("push", "{\"ref\":\"refs/heads/main\"}")).isInstanceOf(Understood.Malformed.class);
    }

    private static Understood pushed(String at) {
        return understand("push", """
                {"ref":"refs/heads/main","sender":{"login":"ada","type":"User"},
                 "repository":{"full_name":"acme/shop","pushed_at":%s}}
                """.formatted(at));
    }

    private static @Nullable Duration took(Consumer<ObjectNode> change) {
        Understood understood = job(change.andThen(job -> job.put("head_branch", "wakeful/task-1")));
        assertThat(understood).isInstanceOf(Understood.OwnJob.class);
        return ((Understood.OwnJob) understood).took();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "3484A3FB816E0859FD6E1CEA078D76385FF50625", "--upload-pack=evil", ""})
    void whatIsNoRevisionIsMalformed(String revision) {
        assertThat(job(job -> job.put("head_sha", revision)))
                .isInstanceOfSatisfying(
                        Understood.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains("head_sha"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "a b/c", "one", "x/y/z"})
    void whatIsNoRepositoryIsMalformed(String name) {
        assertThat(understand(
                        "workflow_job",
                        Payloads.edited(
                                payload -> payload.withObject("repository").put("full_name", name))))
                .isInstanceOfSatisfying(
                        Understood.Malformed.class,
                        malformed -> assertThat(malformed.reason()).contains("repository.full_name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"action\":1}",
                "{\"action\":\"completed\"}",
                "{\"action\":\"completed\",\"workflow_job\":[]}",
                "\u0000",
                "{\"action\":\"completed\"} trailing}"
            })
    void whatIsNotTheDocumentIsMalformed(String json) {
        assertThat(understand("workflow_job", json)).isInstanceOf(Understood.Malformed.class);
    }

    @Test
    void endlessNestingIsMalformed() {
        assertThat(understand("workflow_job", "[".repeat(1_000_000))).isInstanceOf(Understood.Malformed.class);
    }

    @Test
    void numbersThatAreNoneAreMalformed() {
        assertThat(job(job -> job.put("id", 1e300))).isInstanceOf(Understood.Malformed.class);
        assertThat(job(job -> job.put("id", -1))).isInstanceOf(Understood.Malformed.class);
        assertThat(job(job -> job.put("run_attempt", "1"))).isInstanceOf(Understood.Malformed.class);
    }

    @Test
    void longAndUnprintableTextIsTrimmed() {
        String json = Payloads.edited(payload -> {
            ObjectNode job = payload.withObject("workflow_job");
            job.put("name", "a\u0000b\u001b[31mHALFc" + "x".repeat(10_000));
            job.withArray("steps")
                    .removeAll()
                    .addObject()
                    .put("conclusion", "failure")
                    .put("name", "é".repeat(999));
        });

        Understood understood = understand("workflow_job", json.replace("HALF", "\\ud800"));

        assertThat(understood).isInstanceOfSatisfying(Understood.Report.class, report -> {
            assertThat(report.job()).startsWith("CodeQL / a b [31mcx").hasSizeLessThan(200);
            assertThat(report.step()).hasSize(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0001-01-01T00:00:00Z", "+99999-01-01T00:00:00Z", "2026-11-22T09:00:00Z"})
    void anEndThatCannotBeIsTheTimeOfReceipt(String end) {
        assertThat(job(job -> job.put("completed_at", end)))
                .isInstanceOfSatisfying(
                        Understood.Report.class,
                        report -> assertThat(report.endedAt()).isEqualTo(NOW));
    }

    @Test
    void anAddressThatIsNoWebAddressIsLeftOut() {
        assertThat(job(job -> job.put("html_url", "javascript:alert(1)")))
                .isInstanceOfSatisfying(
                        Understood.Report.class,
                        report -> assertThat(report.url()).isNull());
    }

    @Test
    void aFormWithoutItsFieldIsMalformed() {
        for (String form : new String[] {"", "load=1", "payload=%zz", "payload"}) {
            assertThat(GitHubNormaliser.understand(delivery("ping", form, "application/x-www-form-urlencoded")))
                    .isInstanceOf(Understood.Malformed.class);
        }
    }

    private static Understood job(Consumer<ObjectNode> change) {
        return understand(
                "workflow_job", Payloads.edited(payload -> change.accept(payload.withObject("workflow_job"))));
    }

    private static Understood understand(String event, String json) {
        return GitHubNormaliser.understand(delivery(event, json, "application/json"));
    }

    private static Delivery delivery(String event, String body, String type) {
        return new Delivery(
                "github", "1", event, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
