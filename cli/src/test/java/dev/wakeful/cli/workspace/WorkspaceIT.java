package dev.wakeful.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEV-10: the files of swarms at the terminal. */
class WorkspaceIT {

    private static final String KEPT = """
            {"swarm":"swarm-1","task":"task-1","repository":"acme/shop","state":"%s","bytes":1572864,"files":7,
             "artefactBytes":3,"since":"2026-11-21T10:00:00Z","reason":"The swarm failed.","until":"2026-11-22T10:00:00Z",
             "changedAt":"2026-11-21T10:00:00Z"}
            """;

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful()
                .runningOn(data)
                .answer("GET /api/workspaces", 200, "{\"workspaces\":[" + KEPT.formatted("KEPT") + "]}")
                .answer("POST /api/workspaces/swarm-1/removal", 202, "{\"swarm\":\"swarm-1\",\"state\":\"KEPT\"}");
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void theListSaysWhatIsThereAndWhy() {
        Ran ran = Ran.on(data, "workspace", "list");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("swarm-1", "acme/shop", "kept", "1.5 MiB", "2026-11-22T10:00:00Z", "failed");
        assertThat(Ran.on(data, "workspace", "list", "-o", "json").json().path("workspaces"))
                .hasSize(1);
        Ran.on(data, "workspace", "list", "--all");
        assertThat(wakeful.requests("GET /api/workspaces").getLast().query()).isEqualTo("all=true");

        wakeful.answer("GET /api/workspaces", 200, "{\"workspaces\":[]}");
        assertThat(Ran.on(data, "workspace", "list").out()).contains("No workspace");
    }

    @Test
    void removingWaitsUntilItIsGone() {
        wakeful.answer("GET /api/workspaces/swarm-1", 200, KEPT.formatted("REMOVED"));

        Ran ran = Ran.on(data, "workspace", "remove", "swarm-1", "--reason", "seen enough", "--as", "dana");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("removed the workspace of swarm-1");
        assertThat(wakeful.requests("POST /api/workspaces/swarm-1/removal")
                        .getFirst()
                        .text())
                .contains("seen enough", "dana");
    }

    @Test
    void whatDoesNotHappenIsSaid() {
        wakeful.answer("GET /api/workspaces/swarm-1", 200, KEPT.formatted("MARKED"));

        assertThat(Ran.on(data, "workspace", "remove", "swarm-1", "--reason", "r", "--timeout", "0")
                        .exit())
                .isEqualTo(124);
        assertThat(Ran.on(data, "workspace", "remove", "swarm-1").exit()).isEqualTo(2);
        assertThat(Ran.on(data, "workspace").exit()).isEqualTo(2);

        wakeful.answer("POST /api/workspaces/swarm-1/removal", 404, "{\"detail\":\"There is no workspace.\"}");
        assertThat(Ran.on(data, "workspace", "remove", "swarm-1", "--reason", "r")
                        .exit())
                .isEqualTo(5);
        wakeful.answer("POST /api/workspaces/swarm-1/removal", 409, "{\"detail\":\"It is at work.\"}");
        Ran refused = Ran.on(data, "workspace", "remove", "swarm-1", "--reason", "r");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("It is at work.");
    }
}
