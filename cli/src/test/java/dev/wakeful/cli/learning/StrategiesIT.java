package dev.wakeful.cli.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LEARN-1: what was learnt, at the terminal. */
class StrategiesIT {

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful().runningOn(data).answer("GET /api/strategies", 200, """
                {"strategies":[
                 {"kind":"TEST_FAILURE","strategy":"fixer","agent":"codex","model":"gpt-6","runs":4,"proven":3,
                  "success":{"mean":0.6667,"low":0.343,"high":0.924},"medianMillis":61000,"p90Millis":180000,
                  "priced":4,"medianMicros":180000,"p90Micros":410000,"latest":"2026-11-21T10:00:00Z"},
                 {"kind":null,"strategy":"revert-culprit","agent":null,"model":null,"runs":1,"proven":0,
                  "success":{"mean":0.3333,"low":0.025,"high":0.776},"medianMillis":2000,"p90Millis":2000,
                  "priced":0,"medianMicros":null,"p90Micros":null,"latest":"2026-11-21T10:00:00Z"}]}
                """);
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void theTableSaysSuccessTimeAndCost() {
        Ran ran = Ran.on(data, "strategies");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("test failure", "fixer", "codex with gpt-6", "3 of 4", "67 % (34 to 92 %)")
                .contains("1 min 01 s / 3 min 00 s", "$0.18 / $0.41")
                .containsPattern("unknown +revert-culprit +- +0 of 1 .* -\n");
    }

    @Test
    void oneRepositoryAndJsonAndNothing() {
        assertThat(Ran.on(data, "strategies", "--repository", "acme/shop", "-o", "json")
                        .json()
                        .path("strategies"))
                .hasSize(2);
        assertThat(wakeful.requests("GET /api/strategies").getLast().query()).isEqualTo("repository=acme%2Fshop");

        wakeful.answer("GET /api/strategies", 200, "{\"strategies\":[]}");
        assertThat(Ran.on(data, "strategies").out()).contains("No swarm has told yet");
    }
}
