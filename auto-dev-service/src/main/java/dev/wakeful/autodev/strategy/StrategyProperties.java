package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.StrategyName;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The order of strategies as the operator wants it.
 *
 * @param order one heat each: a strategy, or several with {@code +} between them that race; empty: cheapest first, then what was learned
 */
@ConfigurationProperties("wakeful.auto-dev.strategies")
public record StrategyProperties(@DefaultValue List<String> order) {

    public StrategyProperties {
        order = List.copyOf(order);
    }

    List<Heat> heats() {
        return order.stream()
                .map(heat -> new Heat(Arrays.stream(heat.split("\\+"))
                        .map(name -> new StrategyName(name.strip()))
                        .toList()))
                .toList();
    }

    /** @throws IllegalArgumentException when a strategy is named that this installation does not have */
    void requireKnown(List<StrategyName> known) {
        for (Heat heat : heats()) {
            for (StrategyName name : heat.strategies()) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "wakeful.auto-dev.strategies.order names '" + name
                                    + "', which is neither one of this installation's agents nor revert-culprit or run-command");
                }
            }
        }
    }
}
