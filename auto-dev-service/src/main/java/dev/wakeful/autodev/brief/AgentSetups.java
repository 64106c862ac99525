package dev.wakeful.autodev.brief;

import dev.wakeful.autodev.workspace.Revisions;
import dev.wakeful.events.Revision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files in which a repository sets coding agents up. Wakeful starts the agents it knows so that these do not count; people's agents read them
 * all the same, and so does an agent that nobody can tell not to (DEV-5).
 */
final class AgentSetups {

    private static final List<String> NAMES = List.of(
            ".claude/settings.json",
            ".claude/settings.local.json",
            ".mcp.json",
            ".codex/config.toml",
            ".codex/hooks.json",
            ".gemini/settings.json",
            ".gemini/.env",
            "opencode.json",
            "opencode.jsonc",
            ".opencode/opencode.json",
            ".opencode/opencode.jsonc");
    private static final int MOST = 40;
    private static final int BYTES = 64 << 10;

    private AgentSetups() {}

    /** What nobody's settings need, and what hands an agent's words or keys to somebody else. Hooks and servers as such are no reason to suspect. */
    private enum Ill {
        ELSEWHERE(
                "send what agents say to an address of their choice",
                "\\b(ANTHROPIC|OPENAI|GEMINI|GOOGLE_GEMINI|GOOGLE_VERTEX|BEDROCK|VERTEX)_(API_)?BASE(_URL)?\\b|\\bbase_?url\\b|\\bapi_?base\\b"
                        + "|\\b(HTTPS?|ALL)_PROXY\\b|\\bOTEL_EXPORTER_\\w*ENDPOINT\\b"),
        HELPER(
                "make agents run a program of the repository for their keys or tools",
                "\\b(apiKeyHelper|awsAuthRefresh|awsCredentialExport|otelHeadersHelper|discoveryCommand|callCommand|serverCommand)\\b"),
        NETWORK(
                "make agents run a command that talks to the network",
                "\\b(curl|wget|nc|ncat|socat|telnet)\\b|/dev/tcp/");

        private final String words;
        private final Pattern pattern;

        Ill(String words, String pattern) {
            this.words = words;
            this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        }

        private static Optional<Ill> of(String line) {
            return Arrays.stream(values())
                    .filter(ill -> ill.pattern.matcher(line).find())
                    .findFirst();
        }
    }

    /** Remembers what in any of them is ill: of the first 40, the first 64 KiB. */
    static void look(Revisions revisions, Revision revision, Fence fence) {
        revisions.named(revision, NAMES).stream()
                .limit(MOST)
                .forEach(path -> revisions.text(revision, path, BYTES).ifPresent(text -> look(path, text, fence)));
    }

    static void look(String path, String text, Fence fence) {
        fence.look(path, text);
        text.lines()
                .forEach(line -> Ill.of(line)
                        .ifPresent(ill -> fence.flag(
                                path, line.strip(), "The repository's settings for coding agents " + ill.words + ".")));
    }
}
