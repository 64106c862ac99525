package dev.wakeful.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** CLI-1 */
class WakefulTest {

    @Test
    void theHelpNamesEveryCommandAndEveryExitCode() {
        Ran ran = Ran.wakeful("--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("up", "demo", "status", "watch", "repo", "event", "task", "doctor", "bench", "version");
        assertThat(ran.out()).contains("124", "130", "Wakeful is not running or cannot be reached");
    }

    @Test
    void helpOfACommandThatTheScriptStartsTellsItsOptions() {
        Ran ran = Ran.wakeful("help", "up");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("--data", "--port").doesNotContain("--exit-with");
    }

    @Test
    void whatTheScriptStartsSaysSoWhenItIsCalledHere() {
        assertThat(Ran.wakeful("up").err()).contains("started by the `wakeful` script", "./wakeful up");
        assertThat(Ran.wakeful("bench", "relay").err()).contains("./wakeful bench relay");
        assertThat(Ran.wakeful("up").exit()).isEqualTo(2);
    }

    @Test
    void wrongUseIsTwoWithASuggestionAndNoPageOfHelp() {
        Ran ran = Ran.wakeful("statsu");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("status", "--help").hasLineCount(3);
    }

    @Test
    void noCommandAtAllIsWrongUse() {
        assertThat(Ran.wakeful().exit()).isEqualTo(2);
        assertThat(Ran.wakeful("repo").err()).contains("add, list or remove");
    }

    @Test
    void theVersionIsDataToo() {
        assertThat(Ran.wakeful("version", "-o", "json").json().path("jdk").asString())
                .isEqualTo(Runtime.version().toString());
        assertThat(Ran.wakeful("-o", "json", "version").json().has("version")).isTrue();
        assertThat(Ran.wakeful("version").out()).startsWith("wakeful ");
    }

    @Test
    void portsOfUpFollowEachOther() {
        UpOptions options = new UpOptions();

        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create()
                .addMixin("up", CommandLine.Model.CommandSpec.forAnnotatedObject(options)));
        line.parseArgs("--port", "9000", "--data", "x", "--exit-with", "17");

        assertThat(options.dashboardPort()).isEqualTo(9000);
        assertThat(options.webhooksPort()).isEqualTo(9001);
        assertThat(options.artefactsPort()).isEqualTo(9002);
        assertThat(options.data()).isAbsolute().hasFileName("x");
        assertThat(options.exitWith()).hasValue(17);
    }

    @Test
    void aPortWithoutThreeNeighboursIsRefused() {
        Ran ran = Ran.wakeful("up", "--port", "65534");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("between 1 and 65532");
    }
}
