package dev.wakeful.cli.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STOP-1, STOP-4, CLI-1: stopping works whoever answers; only a person with a reason resumes. */
class EmergencyIT {

    private static final String QUIET = """
            {"stopped":true,"fileThere":false,"last":{"epoch":3,"since":"2026-11-20T10:00:00Z","by":"operator",
             "reason":"smoke","quietMillis":81,"processes":4,"quiet":[],"waitingFor":[]}}
            """;

    @TempDir
    Path data;

    /** STOP-4 */
    @Test
    void aStopWaitsUntilAllIsQuietAndTellsHowLongItTook() throws IOException {
        try (FakeWakeful wakeful = new FakeWakeful().runningOn(data)) {
            wakeful.answer("POST /api/emergency-stop", 202, "{\"epoch\":3}");
            wakeful.answer("GET /api/emergency-stop", 200, QUIET);

            Ran ran = Ran.on(data, "emergency-stop", "--reason", "smoke");

            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("SAFE MODE", "quiet after 81 ms, 4 processes ended", "wakeful resume");
            assertThat(wakeful.requests("POST /api/emergency-stop").getFirst().text())
                    .contains("smoke");
            assertThat(Ran.on(data, "emergency-stop", "-o", "json")
                            .json()
                            .at("/last/quietMillis")
                            .asInt())
                    .isEqualTo(81);
        }
    }

    /** STOP-1 */
    @Test
    void whereNobodyCanBeAskedTheFileStops() {
        Ran ran = Ran.on(data, "emergency-stop", "--reason", "smoke");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(data.resolve("STOP").toString(), "stays stopped");
        assertThat(data.resolve("STOP")).hasContent("smoke");
    }

    /** STOP-1 */
    @Test
    void whereItCannotBeTakenTheFileStopsAndWhereItStandsAlreadyThatIsSaid() throws IOException {
        try (FakeWakeful wakeful = new FakeWakeful().runningOn(data)) {
            wakeful.answer("POST /api/emergency-stop", 503, "{\"detail\":\"The database does not answer\"}");
            wakeful.answer("GET /api/emergency-stop", 200, "{\"stopped\":false}");
            assertThat(Ran.on(data, "emergency-stop").exit()).isZero();
            assertThat(data.resolve("STOP")).exists();

            wakeful.answer("POST /api/emergency-stop", 409, "{\"detail\":\"The system is stopped already\"}");
            wakeful.answer("GET /api/emergency-stop", 200, QUIET);
            Ran again = Ran.on(data, "emergency-stop");
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).contains("stopped already");
        }
    }

    /** STOP-3 */
    @Test
    void aResumeNeedsAReason() throws IOException {
        try (FakeWakeful wakeful = new FakeWakeful().runningOn(data)) {
            wakeful.answer("POST /api/resume", 202, "{\"epoch\":3}");

            assertThat(Ran.on(data, "resume").exit()).isEqualTo(2);
            assertThat(Ran.on(data, "resume", "--reason", "looked at").out()).contains("epoch 3");
        }
    }
}
