package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.permission.PermissionProperties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The agents that are set up, in the order of their names. */
@Component
public class Agents {

    private final List<Agent> all;

    Agents(AgentProperties properties, PermissionProperties permissions) {
        this.all = properties.settings().stream()
                .map(settings -> Agent.of(settings, permissions.ask()))
                .toList();
    }

    public List<Agent> all() {
        return all;
    }

    public Optional<Agent> named(String name) {
        return all.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }
}
