package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of agents there are (DEV-3). */
public enum AgentKind {
    CLAUDE(true, "claude"),
    CODEX(true, "codex"),
    GEMINI(true, "gemini"),
    OPENCODE(true, "opencode"),
    ACP(false, ""),
    COMMAND(false, ""),
    SCRIPTED(false, "");

    private final boolean needsModel;
    private final String program;

    AgentKind(boolean needsModel, String program) {
        this.needsModel = needsModel;
        this.program = program;
    }

    /** The kind that settings call so. */
    public static Optional<AgentKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    public boolean needsModel() {
        return needsModel;
    }

    /** What is run where settings name nothing else; empty where they have to. */
    public String program() {
        return program;
    }

    /**
     * @param command a program with its first arguments, separated by blanks; of a command and of a script a whole shell line
     * @param permissions for agents that ask
     */
    public AgentAdapter adapter(String command, Permissions permissions) {
        List<String> words = List.of(command.strip().split("\\s+"));
        return switch (this) {
            case CLAUDE -> new ClaudeCode(words);
            case CODEX -> new Codex(words);
            case GEMINI -> new GeminiCli(words);
            case OPENCODE -> new OpenCode(words);
            case ACP -> new Acp(words, permissions);
            case COMMAND -> new AnyCommand(command);
            case SCRIPTED -> new Scripted(command);
        };
    }

    /** As settings call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
