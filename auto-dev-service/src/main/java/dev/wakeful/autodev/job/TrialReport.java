package dev.wakeful.autodev.job;

import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.outcome.Trials;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.events.SwarmEvent.Trial;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What others are told of the strategies of a swarm: those that were run, and those that were not needed any more (LEARN-1). */
@Component
class TrialReport {

    private final Trials trials;
    private final Agents agents;

    TrialReport(Trials trials, Agents agents) {
        this.trials = trials;
        this.agents = agents;
    }

    /** In the order in which they were meant to be run. */
    List<Trial> of(SwarmId swarm, Work work) {
        List<Trials.Ran> ran = trials.of(swarm);
        List<Trial> told = new ArrayList<>(ran.stream()
                .map(each -> trial(each.strategy(), each.proven(), Optional.of(each.took())))
                .toList());
        untried(ran, work).forEach(strategy -> told.add(trial(strategy, false, Optional.empty())));
        return told;
    }

    private static Stream<StrategyName> untried(List<Trials.Ran> ran, Work work) {
        return work.untried().stream()
                .flatMap(heat -> heat.strategies().stream())
                .distinct()
                .filter(strategy ->
                        ran.stream().noneMatch(each -> each.strategy().equals(strategy)));
    }

    private Trial trial(StrategyName strategy, boolean proven, Optional<Duration> took) {
        Optional<Agent> agent = agents.named(strategy.value());
        return new Trial(
                strategy.value(),
                agent.map(known -> known.settings().kind().toString()).orElse(null),
                agent.map(known -> known.settings().model())
                        .filter(model -> !model.isBlank())
                        .orElse(null),
                proven,
                took.orElse(null));
    }
}
