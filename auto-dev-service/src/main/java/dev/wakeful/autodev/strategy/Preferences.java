package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.outcome.TrackRecord;
import dev.wakeful.autodev.outcome.TrackRecords;
import dev.wakeful.autodev.pipeline.Pipeline;
import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which strategies are tried, in which order (DEV-2): as the repository says, or else the operator; and where both leave it open, the agent that needs the least time
 * for a success first (LEARN-1).
 */
@Component
public class Preferences {

    /** Fewer runs than this say nothing: such an agent comes first, in the order of the settings, until it is known. */
    private static final int ENOUGH = 3;

    private final StrategyProperties properties;
    private final Strategies strategies;
    private final TrackRecords records;

    Preferences(StrategyProperties properties, Strategies strategies, TrackRecords records) {
        this.properties = properties;
        this.strategies = strategies;
        this.records = records;
        properties.requireKnown(strategies.names());
    }

    /**
     * What may be tried, cheapest first.
     *
     * @param pipeline may say otherwise for its repository; what it names and this installation does not have is left out
     */
    public List<Heat> of(SwarmRequested request, Pipeline pipeline) {
        Map<StrategyName, TrackRecord> known =
                records.of(request).stream().collect(Collectors.toMap(TrackRecord::strategy, Function.identity()));
        return pipeline.strategies().isEmpty() ? properties.heats(agents(known)) : named(pipeline);
    }

    private List<Heat> named(Pipeline pipeline) {
        return pipeline.strategies().stream()
                .map(heat -> strategies.names().stream()
                        .filter(name -> heat.contains(name.value()))
                        .toList())
                .filter(heat -> !heat.isEmpty())
                .map(Heat::new)
                .toList();
    }

    private List<StrategyName> agents(Map<StrategyName, TrackRecord> known) {
        return strategies.agents().stream()
                .sorted(Comparator.comparing(name -> perSuccess(Optional.ofNullable(known.get(name)))))
                .toList();
    }

    private static Duration perSuccess(Optional<TrackRecord> record) {
        return record.filter(known -> known.tried() >= ENOUGH)
                .map(TrackRecord::perSuccess)
                .orElse(Duration.ZERO);
    }
}
