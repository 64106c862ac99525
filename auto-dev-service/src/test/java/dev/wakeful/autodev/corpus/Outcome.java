package dev.wakeful.autodev.corpus;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a broken repository.
 *
 * @param word {@code completed by …} or {@code failed: …}
 * @param rules by which a person is told that the change may weaken checks, or that text from outside spoke to the agent
 */
record Outcome(String word, Set<String> rules) {

    /** {@code suspicious} names one rule or several; without it nothing may be suspected. */
    static Outcome of(Map<String, Object> told) {
        String word = told.containsKey("completed")
                ? "completed by " + told.get("completed")
                : "failed: " + told.get("failed");
        Object rules = told.getOrDefault("suspicious", List.of());
        Collection<?> all = rules instanceof Collection<?> several ? several : List.of(rules);
        return new Outcome(word, all.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    static Outcome of(SwarmEvent event) {
        return switch (event) {
            case SwarmEvent.Completed completed ->
                new Outcome("completed by " + completed.strategy(), rules(completed.suspicions()));
            case SwarmEvent.Failed failed -> new Outcome("failed: " + failed.reason(), Set.of());
            case SwarmEvent.Stopped stopped -> new Outcome("stopped", Set.of());
            case SwarmEvent.Started started -> new Outcome("at work", Set.of());
            case SwarmEvent.Progressed progressed -> new Outcome("at work", Set.of());
            case SwarmEvent.WorkspaceChanged changed -> new Outcome("at work", Set.of());
        };
    }

    private static Set<String> rules(@Nullable List<Suspicion> suspicions) {
        return suspicions == null
                ? Set.of()
                : suspicions.stream().map(Suspicion::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same end, by every rule that was expected; nothing where nothing was. Others may have something to say besides. */
    boolean isAs(Outcome expected) {
        return word.equals(expected.word)
                && rules.containsAll(expected.rules)
                && rules.isEmpty() == expected.rules.isEmpty();
    }

    @Override
    public String toString() {
        return word + (rules.isEmpty() ? "" : ", to be looked at by a person: " + String.join(", ", rules));
    }
}
