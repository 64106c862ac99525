package dev.wakeful.cli.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person answers at the terminal, bound to what was shown (AUTH-10). */
class ApprovalsIT {

    private static final String QUESTION = """
            {"id":"approval-1","task":"task-1","title":"Mend 57 tests","repository":"acme/shop","tier":3,"rule":"AUTH-11",
             "what":"57 of 412 tests fail.","quoteMicros":5000000,"risk":"The cause may lie outside the code.",
             "askedAt":"2026-11-21T10:00:00Z","expiresAt":"2026-11-21T22:00:00Z","state":"%s",
             "answeredBy":"dana","reason":"worth it","answeredAt":"2026-11-21T10:05:00Z",
             "expected":{"p50Micros":180000,"p90Micros":410000,"p50Millis":190000,"p90Millis":660000,"basis":"12 outcomes of codex"}}
            """;

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful()
                .runningOn(data)
                .answer("GET /api/approvals", 200, "{\"approvals\":[" + QUESTION.formatted("WAITING") + "]}")
                .answer("GET /api/approvals/approval-1", 200, QUESTION.formatted("WAITING"))
                .answer("POST /api/approvals/approval-1", 200, QUESTION.formatted("APPROVED"));
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void whatWaitsIsShownWithEverythingAYesIsAYesTo() {
        Ran ran = Ran.on(data, "approvals");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("Mend 57 tests", "approval-1", "AUTH-11: 57 of 412", "$5.00", "outside the code")
                .contains("$0.18 to $0.41 in", "by 12 outcomes of codex");
        assertThat(Ran.on(data, "approvals", "-o", "json").json().path("approvals"))
                .hasSize(1);
    }

    @Test
    void aYesByTheTasksIdIsToTheQuestionAndQuoteThatWereShown() {
        Ran ran = Ran.on(data, "approve", "task-1", "--reason", "worth it", "--as", "dana");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("approved", "Mend 57 tests", "dana");
        assertThat(ran.err()).contains("costs at most", "$5.00", "outside the code");
        var request = wakeful.requests("POST /api/approvals/approval-1").getFirst();
        assertThat(request.text())
                .isEqualTo("{\"answer\":\"approve\",\"quote\":5000000,\"by\":\"dana\",\"reason\":\"worth it\"}");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + FakeWakeful.TOKEN);
        assertThat(request.header("X-Wakeful-Person")).isEqualTo("dana");
    }

    /** AUTH-9: what an agent would do is shown exactly; with several questions about a task its id names none of them. */
    @Test
    void anAgentsQuestionIsShownWithItsCall() {
        String asked = QUESTION.formatted("WAITING")
                .replace("approval-1", "approval-2")
                .replace(
                        "\"quoteMicros\":5000000",
                        "\"quoteMicros\":0,\"swarm\":\"swarm-1\",\"agent\":\"codex\",\"call\":\"{'path':'a'}\"");
        wakeful.answer(
                "GET /api/approvals", 200, "{\"approvals\":[" + QUESTION.formatted("WAITING") + "," + asked + "]}");

        assertThat(Ran.on(data, "approvals").out())
                .contains("{'path':'a'}", "nothing beyond what the swarm has", "the agent is refused then");
        Ran ran = Ran.on(data, "approve", "task-1");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("More than one question about 'task-1' waits");
    }

    @Test
    void aNoNeedsAReason() {
        assertThat(Ran.on(data, "deny", "approval-1").exit()).isEqualTo(2);

        Ran ran = Ran.on(data, "deny", "approval-1", "--reason", "not now", "-o", "json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("id").asString()).isEqualTo("approval-1");
        assertThat(wakeful.requests("POST /api/approvals/approval-1").getFirst().text())
                .contains("\"answer\":\"deny\"", "not now");
    }

    @Test
    void anAnswerThatComesTooLateIsOneSentenceAndOne() {
        wakeful.answer(
                "POST /api/approvals/approval-1",
                409,
                "{\"detail\":\"It was answered before: denied by robin. The first answer counts.\"}");

        Ran ran = Ran.on(data, "approve", "approval-1");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("answered before: denied by robin");
    }

    @Test
    void whatNobodyAskedIsFive() {
        assertThat(Ran.on(data, "approve", "task-none").exit()).isEqualTo(5);
        assertThat(Ran.on(data, "approve", "approval-none").exit()).isEqualTo(5);
    }
}
