package dev.wakeful.standalone;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.adapter.AgentKind;
import dev.wakeful.autodev.agent.adapter.Permissions;
import dev.wakeful.standalone.model.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The coding agents that are tested with. The prices are those of {@code budget.yaml}. */
enum AgentCli {
    CLAUDE(AgentKind.CLAUDE, "claude-haiku-4-5", 1_000_000, 5_000_000),
    CODEX(AgentKind.CODEX, "gpt-5.1-codex", 1_250_000, 10_000_000),
    GEMINI(AgentKind.GEMINI, "gemini-2.5-flash", 1_000_000, 2_500_000),
    OPENCODE(AgentKind.OPENCODE, "gpt-5-mini", 250_000, 2_000_000),
    /** By the Agent Client Protocol, as the one below. */
    OPENCODE_ACP(AgentKind.ACP, "opencode acp", "gpt-5-nano", 1_250_000, 10_000_000),
    GEMINI_ACP(
            AgentKind.ACP,
            "gemini --acp --skip-trust --allowed-mcp-server-names .wakeful-nothing --extensions none",
            "gemini-2.5-pro",
            2_500_000,
            15_000_000);

    private final AgentKind kind;
    private final String command;
    private final String model;
    private final long input;
    private final long output;

    /** @param input micro-dollars for a million tokens, as {@code output} */
    AgentCli(AgentKind kind, String model, long input, long output) {
        this(kind, kind.program(), model, input, output);
    }

    AgentCli(AgentKind kind, String command, String model, long input, long output) {
        this.kind = kind;
        this.command = command;
        this.model = model;
        this.input = input;
        this.output = output;
    }

    /** The name it is set up by, which is its strategy's. */
    String strategy() {
        return "the-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String kind() {
        return kind.toString();
    }

    /** Whether it knows after a kill what was said before: Gemini CLI loads its session as an ACP agent and has forgotten what is in it. */
    boolean remembers() {
        return this != GEMINI_ACP;
    }

    /** Whether it asks before it uses a tool. */
    boolean asks() {
        return kind == AgentKind.ACP;
    }

    /** Whether it can be kept from what a repository sets up for it; what it then runs, it runs inside the sandbox. */
    boolean leavesOutSettings() {
        return this != GEMINI && this != GEMINI_ACP;
    }

    /** Whether it has a tool of its own to fetch from the network, and asks before it does. */
    boolean asksToFetch() {
        return this == OPENCODE_ACP;
    }

    String model() {
        return model;
    }

    /** What a usual call of the fake model costs. */
    long microsPerCall() {
        return (Scenario.INPUT * input + Scenario.OUTPUT * output) / 1_000_000;
    }

    /** As somebody would set it up. */
    Map<String, String> settings(Path programs) {
        String key = "wakeful.auto-dev.agents." + strategy() + ".";
        return new TreeMap<>(Map.of(
                key + "kind",
                kind(),
                key + "model",
                model,
                key + "command",
                programs.resolve(command).toString(),
                key + "time-limit",
                "3m"));
    }

    /** What a transcript of it means in our own words. */
    List<AgentEvent> events(Path transcript) throws IOException {
        AgentSpec spec = new AgentSpec(
                "",
                Path.of("/"),
                Path.of("/"),
                model,
                URI.create("http://127.0.0.1"),
                "",
                null,
                1,
                Duration.ofMinutes(1));
        Conversation conversation =
                kind.adapter(command, Permissions.IN_WORKSPACE).conversation(spec);
        conversation.opening();
        List<AgentEvent> events = new ArrayList<>();
        try (Stream<String> lines = Files.lines(transcript, StandardCharsets.UTF_8)) {
            lines.forEach(line -> events.addAll(conversation.heard(line).events()));
        }
        return events;
    }
}
