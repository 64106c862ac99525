package dev.wakeful.budget.forecast;

import dev.wakeful.events.SwarmEvent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The strategies, agents and models that a swarm is meant to use, in order.
 *
 * @param key the same for the same means
 * @param words the agents among them for people, or the strategies where there is none
 */
record Means(String key, String words) {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_WORDS = 120;

    static Means of(List<SwarmEvent.Trial> trials) {
        String key = trials.stream()
                .map(trial -> trial.strategy() + "/" + Objects.requireNonNullElse(trial.agent(), "") + "/"
                        + Objects.requireNonNullElse(trial.model(), ""))
                .collect(Collectors.joining(" "));
        String agents = trials.stream()
                .filter(trial -> trial.agent() != null)
                .map(Means::agent)
                .distinct()
                .collect(Collectors.joining(", "));
        String words = agents.isEmpty()
                ? trials.stream().map(SwarmEvent.Trial::strategy).collect(Collectors.joining(", "))
                : agents;
        return new Means(cut(key, LONGEST), cut(words, LONGEST_WORDS));
    }

    private static String agent(SwarmEvent.Trial trial) {
        return trial.model() == null ? trial.strategy() : trial.strategy() + " with " + trial.model();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
