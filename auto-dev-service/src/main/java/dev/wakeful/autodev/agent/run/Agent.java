package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentAdapter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An agent that is set up, and how it is talked with. */
public record Agent(AgentSettings settings, AgentAdapter adapter) {

    /** @param ask classes of tools whose calls wait for a person */
    static Agent of(AgentSettings settings, List<String> ask) {
        return new Agent(
                settings,
                settings.kind()
                        .adapter(settings.command(), settings.permissions().asking(ask)));
    }

    public String name() {
        return settings.name();
    }

    /** Whether what is run is one program with its arguments; else it is a line of a shell. */
    public boolean isProgram() {
        return switch (settings.kind()) {
            case CLAUDE, CODEX, GEMINI, OPENCODE, ACP -> true;
            case COMMAND, SCRIPTED -> false;
        };
    }

    /** The program that is run. */
    public String program() {
        return settings.command().strip().split("\\s+")[0];
    }

    /** What its program needs to read of the host: its installation, and what its settings name. */
    public List<Path> readable() {
        List<Path> installation = Installation.of(program(), System.getenv().getOrDefault("PATH", ""));
        return Stream.concat(installation.stream(), settings.readable().stream())
                .distinct()
                .toList();
    }
}
