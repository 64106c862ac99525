package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.agent.run.AgentRuns;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.swarm.StrategyName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that this installation can try: the strategies that need no model, and one for each agent that is set up, in the order of their names. */
@Component
public class Strategies {

    private final List<Strategy> all;

    Strategies(List<Strategy> plain, Agents agents, AgentRuns runs, Briefs briefs) {
        this.all = Stream.concat(
                        plain.stream(),
                        agents.all().stream()
                                .map(agent -> new AgentStrategy(new StrategyName(agent.name()), agent, runs, briefs)))
                .toList();
        requireDifferentNames();
    }

    private void requireDifferentNames() {
        Set<StrategyName> names = new HashSet<>(Set.of(StrategyProperties.AGENTS));
        for (Strategy strategy : all) {
            if (!names.add(strategy.name())) {
                throw new IllegalArgumentException("wakeful.auto-dev.agents." + strategy.name()
                        + ": an agent is named otherwise than agents, revert-culprit and run-command");
            }
        }
    }

    /** Nothing when the settings do not have it any more. */
    public Optional<Strategy> find(StrategyName name) {
        return all.stream().filter(strategy -> strategy.name().equals(name)).findFirst();
    }

    List<StrategyName> names() {
        return all.stream().map(Strategy::name).toList();
    }

    List<StrategyName> agents() {
        return names().stream().filter(StrategyName::isAgent).toList();
    }
}
