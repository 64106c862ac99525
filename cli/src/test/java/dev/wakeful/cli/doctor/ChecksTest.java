package dev.wakeful.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.process.Program;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChecksTest {

    private static final long GB = 1_000_000_000;

    @Test
    void anOldJdkIsAProblemWithAWayOut() {
        Diagnosis old = new JdkCheck(Runtime.Version.parse("17.0.15"), "/usr/lib/jvm/17").diagnose();
        Diagnosis young = new JdkCheck(Runtime.Version.parse("26"), "/usr/lib/jvm/26").diagnose();

        assertThat(old.verdict()).isEqualTo(Diagnosis.Verdict.problem);
        assertThat(old.fix()).contains("25");
        assertThat(young.verdict()).isEqualTo(Diagnosis.Verdict.ok);
    }

    /** TRG-8 */
    @Test
    void littleSpaceIsAWarningAndVeryLittleAProblem() {
        DiskCheck check = new DiskCheck(Path.of("/data"));

        assertThat(check.judge(50 * GB, 100 * GB).verdict()).isEqualTo(Diagnosis.Verdict.ok);
        assertThat(check.judge(19 * GB, 100 * GB).verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(check.judge(GB, 2 * GB).verdict()).isEqualTo(Diagnosis.Verdict.problem);
    }

    /** DEV-4: a sandbox that leaks is a problem, none at all a warning. */
    @Test
    void whatDidNotHoldIsSaid() {
        String held = "{\"attempt\":\"secret\",\"held\":true,\"says\":\"\"}";
        String leak = "{\"attempt\":\"network\",\"held\":false,\"says\":\"a port of the host WAS reached\"}";

        assertThat(findings("bubblewrap", held).verdict()).isEqualTo(Diagnosis.Verdict.ok);
        assertThat(findings("bubblewrap", held).says()).contains("downloads are on, from a.org");
        assertThat(findings("bubblewrap", held + "," + leak).verdict()).isEqualTo(Diagnosis.Verdict.problem);
        assertThat(findings("bubblewrap", held + "," + leak).says())
                .contains("network (a port of the host WAS reached)");
        assertThat(findings("bubblewrap", "").verdict()).isEqualTo(Diagnosis.Verdict.problem);
        assertThat(findings("none", leak).verdict()).isEqualTo(Diagnosis.Verdict.warning);
    }

    private static Diagnosis findings(String sandbox, String attempts) {
        return EscapeCheck.judge(new Item(JsonMapper.builder()
                .build()
                .readTree("{\"sandbox\":\"" + sandbox + "\",\"downloads\":\"on, from a.org\",\"attempts\":[" + attempts
                        + "]}")));
    }

    /** DEV-3: an agent that is set up and cannot be run is a problem before a swarm pays for it. */
    @Test
    void anAgentThatIsSetUpMustBeThereAndNewEnough() {
        assertThat(agent("codex", true, "codex-cli 0.170.1").verdict()).isEqualTo(Diagnosis.Verdict.ok);
        assertThat(agent("codex", true, "codex-cli 0.12.0").says()).contains("0.12.0 is too old");
        assertThat(agent("claude", true, "error: unknown option").verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(agent("acp", true, "whatever").verdict()).isEqualTo(Diagnosis.Verdict.ok);
        assertThat(agent("acp", false, "sh: 1: mender: not found"))
                .returns(Diagnosis.Verdict.problem, Diagnosis::verdict)
                .returns("agent 'fixer'", Diagnosis::check)
                .satisfies(problem -> assertThat(problem.fix()).contains("wakeful.auto-dev.agents.fixer.readable"));
    }

    private static Diagnosis agent(String kind, boolean found, String says) {
        return ConfiguredAgents.judge(new Item(JsonMapper.shared()
                .createObjectNode()
                .put("name", "fixer")
                .put("kind", kind)
                .put("program", "mender")
                .put("found", found)
                .put("says", says)));
    }

    @Test
    void brokerAndDatabaseStartWithTheSystem() {
        assertThat(SystemCheck.of(Optional.empty()))
                .extracting(Diagnosis::verdict)
                .containsOnly(Diagnosis.Verdict.ok);
    }

    @Test
    void theBrokerIsWellWhenBeatsArrive() {
        assertThat(answered("up", "up")).extracting(Diagnosis::verdict).containsOnly(Diagnosis.Verdict.ok);
        assertThat(answered("up", "missing").getLast().verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(answered("missing", "missing").getLast().verdict()).isEqualTo(Diagnosis.Verdict.problem);
        assertThat(answered().getLast().verdict()).isEqualTo(Diagnosis.Verdict.problem);
    }

    @Test
    void aSystemThatDoesNotAnswerIsAProblem() {
        CommandFailed failure = new CommandFailed(ExitCode.FAILED, "status 503", "");

        assertThat(SystemCheck.of(Optional.of(new SystemCheck.Status.Silent(failure))))
                .extracting(Diagnosis::verdict)
                .containsOnly(Diagnosis.Verdict.problem);
    }

    private static List<Diagnosis> answered(String... states) {
        String services = List.of(states).stream()
                .map(state -> "{\"service\":\"s\",\"state\":\"" + state + "\"}")
                .toList()
                .toString();
        Item status = new Item(JsonMapper.builder().build().readTree("{\"services\":" + services + "}"));
        return SystemCheck.of(Optional.of(new SystemCheck.Status.Answered(status)));
    }

    /** BUD-4 */
    @Test
    void providersWithoutAKeyAreAWarningAndAKeyIsNeverShown() {
        Diagnosis none = new ProvidersCheck(Map.of("OPENAI_API_KEY", " ")).diagnose();
        Diagnosis one = new ProvidersCheck(Map.of("ANTHROPIC_API_KEY", "sk-secret")).diagnose();

        assertThat(none.verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(none.fix()).contains("GEMINI_API_KEY");
        assertThat(one).isEqualTo(Diagnosis.ok("model providers", "keys in this environment for anthropic"));
    }

    /** DEV-3 */
    @Test
    void anAgentThatIsTooOldIsAWarningAndAMissingOneIsNone() throws Exception {
        assertThat(agent("echo '2.1.197 (Claude Code)'"))
                .isEqualTo(Diagnosis.ok("agent claude", "Claude Code 2.1.197"));
        assertThat(agent("echo codex-cli 3.0").verdict()).isEqualTo(Diagnosis.Verdict.ok);
        assertThat(agent("echo 1.9.3"))
                .isEqualTo(Diagnosis.warning(
                        "agent claude",
                        "Claude Code 1.9.3 is too old, 2.1 or newer is needed.",
                        "Where it is wanted: npm install -g @anthropic-ai/claude-code@latest."));
        assertThat(agent("echo no number").verdict()).isEqualTo(Diagnosis.Verdict.warning);
        assertThat(agent("exit 127"))
                .isEqualTo(Diagnosis.ok("agent claude", "Claude Code is not installed; it is not needed"));
        assertThat(AgentCheck.all()).hasSize(4);
    }

    private static Diagnosis agent(String says) throws InterruptedException {
        return new AgentCheck(
                        "agent claude", "Claude Code", Program.of("sh", "-c", says), "2.1", "@anthropic-ai/claude-code")
                .diagnose();
    }
}
