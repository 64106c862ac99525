package dev.wakeful.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import dev.wakeful.cli.process.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** On this very machine. */
class DoctorIT {

    @TempDir
    Path data;

    @Test
    void aPortOfAnotherProgramIsAProblemAndTheExitIsOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = Ran.on(data, "doctor", "-o", "json", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.json().path("ok").asBoolean()).isFalse();
            JsonNode port = check(ran, "port dashboard");
            assertThat(port.path("verdict").asString()).isEqualTo("problem");
            assertThat(port.path("fix").asString()).contains("--port");
        }
    }

    @Test
    void theRunningSystemsOwnPortsAreNoProblem() throws IOException {
        try (FakeWakeful wakeful = new FakeWakeful().runningOn(data)) {
            wakeful.answer("GET /api/status", 200, "{\"services\":[{\"service\":\"planner\",\"state\":\"up\"}]}");

            Ran ran = Ran.on(data, "doctor", "-o", "json");

            assertThat(check(ran, "port dashboard").path("says").asString()).contains("Wakeful itself");
            assertThat(check(ran, "broker").path("says").asString()).contains("1 services");
            assertThat(check(ran, "database").path("verdict").asString()).isEqualTo("ok");
        }
    }

    @Test
    void peopleSeeTheFixBelowWhatIsWrong() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        Ran ran = Ran.on(file, "doctor");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("problem  disk", "Choose another with --data DIR.", "ok       jdk");
    }

    @Test
    void programsThatAreNotThereAreNamedWithTheirFix() throws InterruptedException {
        Program missing = Program.of("wakeful-no-such-program");

        assertThat(new GitCheck(missing).diagnose().verdict()).isEqualTo(Diagnosis.Verdict.problem);
        assertThat(new SetsidCheck(missing).diagnose().verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(new SandboxCheck(missing, missing).diagnose().fix()).contains("apt install bubblewrap");
        assertThat(new SandboxCheck(Program.of("true"), missing).diagnose().fix())
                .contains("user namespaces");
        assertThat(new SandboxCheck(Program.of("true"), Program.of("true"))
                        .diagnose()
                        .verdict())
                .isEqualTo(Diagnosis.Verdict.ok);
    }

    @Test
    void anOldGitIsAProblem() throws InterruptedException {
        assertThat(new GitCheck(Program.of("echo", "git version 2.30.2"))
                        .diagnose()
                        .verdict())
                .isEqualTo(Diagnosis.Verdict.problem);
        assertThat(new GitCheck(Program.of("echo", "git version 2.39.3 (Apple Git-146)"))
                        .diagnose()
                        .verdict())
                .isEqualTo(Diagnosis.Verdict.ok);
    }

    private static JsonNode check(Ran ran, String name) {
        return StreamSupport.stream(ran.json().path("checks").spliterator(), false)
                .filter(check -> check.path("check").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
