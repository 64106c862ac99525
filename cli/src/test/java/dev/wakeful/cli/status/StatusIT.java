package dev.wakeful.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How every command reaches, or does not reach, a running system; shown with status. */
class StatusIT {

    private static final String STATUS = """
            {"version":"0.1.0","mode":"ACTIVE","startedAt":"2026-11-20T10:00:00Z",
             "services":[{"service":"planner","instance":"planner-1","state":"up","lastBeat":"2026-11-20T10:00:01Z"},
                         {"service":"budget","instance":"budget-1","state":"missing","lastBeat":null}],
             "tasks":{"PROPOSED":2,"APPROVAL_REQUIRED":1,"RUNNING":0},
             "swarms":{"running":1,"completed":2,"failed":0},
             "budget":{"reservedMicros":240000,"spentMicros":3400},"repositories":1,"deadLetters":3,"approvals":2,
             "stance":{"mode":"ACTIVE","reason":"the day's schedule","until":"2026-11-20T23:00:00Z"},
             "scopes":[{"scope":"day:2026-11-20","kind":"day","capMicros":100000000,"usedMicros":76000000,"leftMicros":24000000}],
             "alerts":[{"scope":"day:2026-11-20","percent":75,"urgency":"alert"}],
             "unmatched":[{"repository":"acme/other","since":"2026-11-20T10:00:00Z","hint":"wakeful repo add PATH"}]}
            """;

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful().runningOn(data).answer("GET /api/status", 200, STATUS);
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void peopleSeeWhatMattersAndWhatNeedsThem() {
        Ran ran = Ran.on(data, "status");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("ACTIVE", "2 proposed", "1 approval required", "1 running, 2 completed", "$0.0034 spent")
                .contains("planner", "missing", "never", "3 dead letters", "acme/other: wakeful repo add PATH")
                .contains("2 questions wait for an answer", "$24.00 of day:2026-11-20", "75 % of day:2026-11-20")
                .contains("ACTIVE until 2026-11-20T23:00:00Z: the day's schedule")
                .doesNotContain("0 running,");
        assertThat(ran.err()).isEmpty();
    }

    /** STATE-5: what is not known is said to be so, and no figure is made up. */
    @Test
    void theStateTellsCoverageAndEscalation() {
        wakeful.answer("GET /api/state", 200, """
                {"status":"ok","coverage":[],"escalation":{"level":"NONE","reasons":[]}}
                """);
        assertThat(Ran.on(data, "state").out())
                .containsPattern("coverage +not known: no swarm's pipeline")
                .containsPattern("escalation +none");

        wakeful.answer("GET /api/state", 200, """
                {"status":"ok","coverage":[{"repository":"acme/shop","revision":"0123456789abcdef","role":"base","percent":81.20}],
                 "escalation":{"level":"PERSON","reasons":["questions wait for an answer: 2"]}}
                """);
        assertThat(Ran.on(data, "state").out())
                .containsPattern("coverage +acme/shop 81\\.20? % \\(base 0123456789\\)")
                .containsPattern("escalation +person: questions wait for an answer: 2");
    }

    /** DEV-4: none is shown as a warning everywhere. */
    @Test
    void anInstanceWithoutASandboxIsAWarningInBoth() {
        assertThat(Ran.on(data, "status").out()).doesNotContain("no sandbox");
        wakeful.answer(
                "GET /api/status", 200, "{\"version\":\"1\",\"withoutSandbox\":[\"auto-dev-1\",\"auto-dev-2\"]}");
        wakeful.answer("GET /api/state", 200, "{\"status\":\"ok\",\"withoutSandbox\":[\"auto-dev-1\"]}");

        assertThat(Ran.on(data, "status").out())
                .contains("! no sandbox: auto-dev-1, auto-dev-2 runs commands of repositories and agents");
        assertThat(Ran.on(data, "state").out()).startsWith("! no sandbox: auto-dev-1 runs commands");
    }

    @Test
    void scriptsGetTheWholeAnswer() {
        Ran ran = Ran.on(data, "status", "-o", "json");

        assertThat(ran.json().path("tasks").path("PROPOSED").asInt()).isEqualTo(2);
        assertThat(ran.json().path("services")).hasSize(2);
    }

    @Test
    void optionsMayStandBeforeTheCommand() {
        assertThat(Ran.wakeful("--data", data.toString(), "-o", "json", "status")
                        .json()
                        .has("mode"))
                .isTrue();
    }

    @Test
    void nothingRunningIsThreeAndSaysHowToStart() throws IOException {
        Path empty = Files.createDirectory(data.resolve("empty"));

        Ran ran = Ran.on(empty, "status");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("is not running", "wakeful up").doesNotContain("at dev.wakeful");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aSystemThatDiedWithoutAWordIsNotRunning() {
        wakeful.close();

        Ran ran = Ran.on(data, "status");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("cannot be reached");
    }

    @Test
    void anAddressByHandDoesNotGetTheLocalToken() throws IOException {
        Ran ran = Ran.on(data, "status", "--server", wakeful.address().toString());
        Ran.wakeful("status", "--server", wakeful.address() + "/", "--token", "mine");

        assertThat(ran.exit()).isZero();
        assertThat(wakeful.requests().getFirst().header("Authorization")).isEmpty();
        assertThat(wakeful.requests().getLast().header("Authorization")).isEqualTo("Bearer mine");
        assertThat(Ran.wakeful("status", "--server", "nonsense").exit()).isEqualTo(2);
    }

    @Test
    void theStackTraceIsShownOnlyWhenAskedFor() throws IOException {
        Path empty = Files.createDirectory(data.resolve("empty"));

        assertThat(Ran.on(empty, "status", "--verbose").err()).contains("at dev.wakeful");
    }

    @Test
    void anAnswerThatIsNoJsonIsOneSentence() {
        wakeful.answer("GET /api/status", 200, "<html>");

        Ran ran = Ran.on(data, "status");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("not JSON");
    }

    @Test
    void aBrokenConnectionFileIsOneSentence() throws IOException {
        Files.writeString(data.resolve("connection.json"), "{");

        Ran ran = Ran.on(data, "status");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("connection.json").doesNotContain("at dev.wakeful");
    }
}
