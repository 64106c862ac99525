package dev.wakeful.autodev.agent.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Invocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DEV-4, DEV-5: agents are started so that what a repository sets up for them does not count; {@code AgentClisIT} sees it of the real ones. */
class RepositorySettingsTest {

    private static final AgentSpec SPEC = Samples.SPEC;

    private static Invocation invocation(AgentKind kind) {
        return kind.adapter("program", Permissions.IN_WORKSPACE).invocation(SPEC);
    }

    private static Json settings(Invocation invocation, String file) {
        return Json.parse(invocation.homeFiles().getOrDefault(file, "")).orElseThrow();
    }

    @Test
    void claudeCodeReadsNoSettingsHooksServersOrGuidesOfTheRepository() {
        List<String> argv = invocation(AgentKind.CLAUDE).argv();

        assertThat(argv).contains("--bare", "--strict-mcp-config").containsSubsequence("--setting-sources", "user");
        assertThat(argv).doesNotContain("--mcp-config", "--settings", "--plugin-dir");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"CODEX", "ACP", "COMMAND", "SCRIPTED"})
    void codexDoesNotTrustTheRepository(AgentKind kind) {
        assertThat(invocation(kind).homeFiles().get(".codex/config.toml"))
                .contains("\nproject_doc_max_bytes = 0\n")
                .contains("[projects.\"/workspace\"]\ntrust_level = \"untrusted\"\n")
                .contains("model = \"some-model\"\n");
    }

    /** Settings, some variables and GEMINI.md of a trusted tree it does not leave out: the sandbox keeps in what they do. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"GEMINI", "ACP", "COMMAND", "SCRIPTED"})
    void geminiCliHasNoHooksServersOrSkillsByItself(AgentKind kind) {
        Invocation invocation = invocation(kind);

        assertThat(invocation.environment()).containsEntry("NODE_OPTIONS", "");
        assertThat(invocation.homeFiles().get(".gemini/settings.json"))
                .contains("\"hooksConfig\":{\"enabled\":false}")
                .contains("\"skills\":{\"enabled\":false}")
                .contains("\"ignoreLocalEnv\":true")
                .contains("\"allowed\":[\".wakeful-nothing\"]")
                .contains("\"name\":\"some-model\"");
    }

    @Test
    void geminiCliStartsNoServersAndExtensions() {
        assertThat(invocation(AgentKind.GEMINI).argv())
                .containsSubsequence("--allowed-mcp-server-names", ".wakeful-nothing")
                .containsSubsequence("--extensions", "none");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"OPENCODE", "ACP", "COMMAND", "SCRIPTED"})
    void opencodeReadsNothingOfTheRepository(AgentKind kind) {
        assertThat(invocation(kind).environment())
                .containsEntry("OPENCODE_DISABLE_PROJECT_CONFIG", "1")
                .containsEntry("OPENCODE_DISABLE_CLAUDE_CODE", "1")
                .containsEntry("OPENCODE_DISABLE_EXTERNAL_SKILLS", "1");
    }

    /** AUTH-9: only who can be answered is made to ask. */
    @Test
    void opencodeAsksWhereItIsAnswered() {
        String file = ".config/opencode/opencode.json";

        assertThat(settings(invocation(AgentKind.ACP), file).text("permission")).isEqualTo("ask");
        assertThat(settings(invocation(AgentKind.OPENCODE), file).text("permission"))
                .isEqualTo("allow");
        assertThat(settings(invocation(AgentKind.COMMAND), file).text("permission"))
                .isEqualTo("allow");
    }
}
