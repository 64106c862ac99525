package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentAdapter;
import java.util.List;

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
}
