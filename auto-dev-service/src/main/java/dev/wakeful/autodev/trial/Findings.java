package dev.wakeful.autodev.trial;

import java.time.Instant;
import java.util.List;

/**
 * All attempts on the sandbox that is in use, and the agents that were looked for in it.
 *
 * @param downloads whether commands may download, and from where
 */
public record Findings(String sandbox, String downloads, Instant at, List<Finding> attempts, List<AgentFound> agents) {

    public Findings {
        attempts = List.copyOf(attempts);
        agents = List.copyOf(agents);
    }
}
