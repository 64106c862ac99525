package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Strategies that run at the same time; the best proven result wins (DEV-2). Most heats have one. */
public record Heat(@JsonValue List<StrategyName> strategies) {

    public Heat {
        strategies = List.copyOf(strategies);
        if (strategies.isEmpty() || strategies.stream().distinct().count() < strategies.size()) {
            throw new IllegalArgumentException("A heat names one or more different strategies, not " + strategies);
        }
    }

    /** Steps that were written down before there were races have one name in place of a list. */
    @JsonCreator
    static Heat written(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<StrategyName> strategies) {
        return new Heat(strategies);
    }

    public static Heat of(StrategyName strategy) {
        return new Heat(List.of(strategy));
    }

    /** The heats without the strategies that cannot run, and without those that are empty then. */
    public static List<Heat> keeping(List<Heat> heats, Predicate<StrategyName> able) {
        return heats.stream()
                .map(heat -> heat.strategies.stream().filter(able).toList())
                .filter(strategies -> !strategies.isEmpty())
                .map(Heat::new)
                .toList();
    }

    @Override
    public String toString() {
        return strategies.stream().map(StrategyName::toString).collect(Collectors.joining(" against "));
    }
}
