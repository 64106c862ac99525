package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.trial.TrackRecord;
import dev.wakeful.autodev.trial.TrackRecords;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which strategies are tried, in which order (DEV-2): as the operator says; or else the two that need no model first, and then one agent after
 * the other, the one that needs the least time for a success first (LEARN-1).
 */
@Component
public class Preferences {

    /** Fewer runs than this say nothing; such an agent stays where the settings have it, before those that are known to be slow. */
    private static final int ENOUGH = 3;

    private final StrategyProperties properties;
    private final List<Strategy> strategies;
    private final TrackRecords records;

    Preferences(StrategyProperties properties, List<Strategy> strategies, TrackRecords records) {
        this.properties = properties;
        this.strategies = List.copyOf(strategies);
        this.records = records;
        properties.requireKnown(strategies.stream().map(Strategy::name).toList());
    }

    /** What may be tried, cheapest first. */
    public List<Heat> of(SwarmRequested request) {
        return properties.order().isEmpty() ? learned(request) : properties.heats();
    }

    private List<Heat> learned(SwarmRequested request) {
        Map<StrategyName, TrackRecord> known = records.of(request).stream()
                .filter(record -> record.tried() >= ENOUGH)
                .collect(Collectors.toMap(TrackRecord::strategy, Function.identity()));
        Stream<StrategyName> agents = strategies.stream()
                .map(Strategy::name)
                .filter(StrategyName::isAgent)
                .sorted(Comparator.comparing(
                        name -> known.containsKey(name) ? known.get(name).perSuccess() : Duration.ZERO));
        return Stream.concat(Stream.of(StrategyName.REVERT_CULPRIT, StrategyName.RUN_COMMAND), agents)
                .map(Heat::of)
                .toList();
    }
}
