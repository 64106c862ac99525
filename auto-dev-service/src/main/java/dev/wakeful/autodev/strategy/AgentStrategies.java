package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.agent.run.AgentRuns;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.swarm.StrategyName;
import java.util.List;
import org.springframework.stereotype.Component;

/** A strategy for each agent that is set up, in the order of their names. */
@Component
public class AgentStrategies {

    private final List<AgentStrategy> all;

    AgentStrategies(Agents agents, AgentRuns runs, Briefs briefs) {
        this.all = agents.all().stream()
                .map(agent -> new AgentStrategy(StrategyName.AGENT, agent, runs, briefs))
                .toList();
    }

    public List<AgentStrategy> all() {
        return all;
    }
}
