package dev.wakeful.cli.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person says that they go, are back, or want another mode (MODE-2, MODE-3, MODE-6, MODE-9). */
class ModeIT {

    private static final String MODE = """
            {"mode":"%s","context":"AWAY","stance":{"heartbeat":"PT3M","crisisWake":"PT30S","swarms":3,"agents":5,
             "criticalOnly":true},"until":"2026-11-22T07:00:00Z","since":"2026-11-21T21:00:00Z","reason":"dana is away",
             "asked":null,"seenAt":null}
            """;

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful()
                .runningOn(data)
                .answer("GET /api/mode", 200, MODE.formatted("NIGHT"))
                .answer("POST /api/mode", 202, "{}")
                .answer("POST /api/sign-in", 200, "{\"url\":\"http://127.0.0.1:8420/sign-in?code=c\"}")
                .answer("POST /api/context", 202, "{\"context\":\"AWAY\",\"by\":\"dana\"}");
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void theModeIsShownWithWhyAndUntil() {
        Ran ran = Ran.on(data, "mode");

        assertThat(ran.out())
                .contains("NIGHT", "dana is away", "2026-11-22T07:00:00Z", "3 swarms, 5 agents; critical fixes only");
        assertThat(Ran.on(data, "mode", "-o", "json").json().path("mode").asString())
                .isEqualTo("NIGHT");
    }

    /** MODE-6: asking for the night is no sign of life, nor is what a program asks. */
    @Test
    void goingAwayIsNoSignOfLife() {
        Ran ran = Ran.on(data, "away", "--as", "dana");
        Ran.on(data, "mode", "night", "--reason", "early", "--as", "dana");
        Ran.on(data, "context", "AWAY", "--as", "dana");
        Ran.on(data, "mode", "-o", "json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("NIGHT");
        assertThat(wakeful.requests("POST /api/mode").getFirst().text())
                .contains("\"mode\":\"NIGHT\"", "\"by\":\"dana\"", "\"reason\":\"away\"");
        assertThat(wakeful.requests())
                .allMatch(request -> request.header("X-Wakeful-Person").isEmpty());
    }

    @Test
    void comingBackIsOne() {
        wakeful.answer("GET /api/mode", 200, MODE.formatted("ACTIVE"));

        assertThat(Ran.on(data, "back", "--as", "dana").out())
                .contains("ACTIVE")
                .doesNotContain("asked for ACTIVE;");

        assertThat(wakeful.requests())
                .allMatch(request -> request.header("X-Wakeful-Person").equals("dana"));
    }

    @Test
    void aModeNeedsAReasonAndIsRefusedInOneSentence() {
        assertThat(Ran.on(data, "mode", "ACTIVE").exit()).isEqualTo(2);
        wakeful.answer("POST /api/mode", 400, "{\"detail\":\"'mode' must be ACTIVE, NIGHT or MAINTENANCE.\"}");

        Ran ran = Ran.on(data, "mode", "SNOOZE", "--reason", "tired");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("'mode' must be ACTIVE, NIGHT or MAINTENANCE.");
    }

    @Test
    void aLinkSignsTheBrowserIn() {
        assertThat(Ran.on(data, "sign-in").out()).isEqualTo("http://127.0.0.1:8420/sign-in?code=c\n");
    }
}
