package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.StrategyName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The order of strategies as the operator wants it (DEV-2).
 *
 * @param order one heat each: a strategy, several with {@code +} between them that race, or {@code agents} for one agent after the other
 */
@ConfigurationProperties("wakeful.auto-dev.strategies")
public record StrategyProperties(List<String> order) {

    /** Stands for every agent. */
    static final StrategyName AGENTS = new StrategyName("agents");

    public StrategyProperties {
        order = List.copyOf(order);
    }

    /** @param agents what stands for {@code agents}, in their order */
    List<Heat> heats(List<StrategyName> agents) {
        return order.stream()
                .flatMap(heat ->
                        heat.strip().equals(AGENTS.value()) ? agents.stream().map(Heat::of) : Stream.of(heat(heat)))
                .toList();
    }

    private static Heat heat(String names) {
        return new Heat(Arrays.stream(names.split("\\+"))
                .map(name -> new StrategyName(name.strip()))
                .toList());
    }

    /** @throws IllegalArgumentException when a strategy is named that this installation does not have */
    void requireKnown(List<StrategyName> known) {
        for (Heat heat : heats(List.of())) {
            for (StrategyName name : heat.strategies()) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "wakeful.auto-dev.strategies.order names '" + name
                                    + "', which is neither revert-culprit, run-command or agents nor one of this installation's agents");
                }
            }
        }
    }
}
