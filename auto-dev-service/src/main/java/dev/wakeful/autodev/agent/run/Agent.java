package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentAdapter;

/** An agent that is set up, and how it is talked with. */
public record Agent(AgentSettings settings, AgentAdapter adapter) {

    static Agent of(AgentSettings settings) {
        return new Agent(settings, settings.kind().adapter(settings.command(), settings.permissions()));
    }

    public String name() {
        return settings.name();
    }
}
