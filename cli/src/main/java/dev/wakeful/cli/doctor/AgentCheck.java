package dev.wakeful.cli.doctor;

import dev.wakeful.cli.process.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a coding agent is installed, and new enough for the options and the output that are relied on (DEV-3). None is needed: strategies
 * without a model work all the same. It is only asked for its version, which it tells without a key and without a network.
 *
 * @param oldest the first version that is known to work: major and minor
 */
record AgentCheck(String name, String title, Program program, String oldest, String packageName) implements Check {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.\\d+)?");

    /** The programs that are known by name; others are set up as a command or by the Agent Client Protocol. */
    static List<AgentCheck> all() {
        return List.of(
                of("claude", "Claude Code", "2.1", "@anthropic-ai/claude-code"),
                of("codex", "Codex", "0.169", "@openai/codex"),
                of("gemini", "Gemini CLI", "0.61", "@google/gemini-cli"),
                of("opencode", "opencode", "1.18", "opencode-ai"));
    }

    private static AgentCheck of(String program, String title, String oldest, String packageName) {
        return new AgentCheck("agent " + program, title, Program.of(program, "--version"), oldest, packageName);
    }

    /** Which version of agents of a kind is known to work; nothing is known of those that others set up. */
    static Optional<AgentCheck> ofKind(String kind) {
        return all().stream()
                .filter(check -> check.name.equals("agent " + kind))
                .findFirst();
    }

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        Program.Ended ended = program.run(LIMIT);
        if (!ended.ok()) {
            return Diagnosis.ok(
                    name,
                    ended.exit() == 127
                            ? title + " is not installed; it is not needed"
                            : title + " does not tell its version (exit code " + ended.exit() + ")");
        }
        return judge(name, ended.out());
    }

    /** @param told what the program said when it was asked for its version */
    Diagnosis judge(String name, String told) {
        Matcher version = VERSION.matcher(told);
        if (!version.find()) {
            return Diagnosis.warning(name, title + " tells no version that is understood.", install());
        }
        return number(version.group()) >= number(oldest)
                ? Diagnosis.ok(name, title + " " + version.group())
                : Diagnosis.warning(
                        name,
                        title + " " + version.group() + " is too old, " + oldest + " or newer is needed.",
                        install());
    }

    private static long number(String version) {
        String[] parts = version.split("\\.");
        return Long.parseLong(parts[0]) * 1_000_000 + Long.parseLong(parts[1]);
    }

    private String install() {
        return "Where it is wanted: npm install -g " + packageName + "@latest.";
    }
}
