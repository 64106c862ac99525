package dev.wakeful.policy;

import java.util.List;
import java.util.Optional;

/**
 * One key of the policy.
 *
 * @param key where it stands in the file, for example {@code budget.night.limit}
 * @param initial what holds without a policy file; one text, or several where it is a list
 * @param least the smallest allowed value
 * @param most the largest allowed value; a hard limit where there is one (LIM-1)
 * @param rules what is compared with other keys
 * @param means one phrase for people
 * @param requirement the id of the rule it belongs to
 * @param properties what the services call it
 */
public record Entry(
        String key,
        Kind kind,
        List<String> initial,
        Optional<String> least,
        Optional<String> most,
        List<Rule> rules,
        String means,
        String requirement,
        List<Property> properties) {

    public Entry {
        initial = List.copyOf(initial);
        rules = List.copyOf(rules);
        properties = List.copyOf(properties);
    }

    /** What one text must be, for people. */
    public String allowed() {
        String range = least.isPresent() && most.isPresent()
                ? ", " + least.get() + " to " + most.get()
                : least.map(low -> ", at least " + low)
                        .or(() -> most.map(high -> ", at most " + high))
                        .orElse("");
        return kind.written() + range;
    }

    /** Whether the text is of the kind and in the range. */
    boolean allows(String text) {
        return kind.meaning(text).filter(this::isInRange).isPresent();
    }

    private boolean isInRange(Comparable<?> value) {
        return least.flatMap(kind::meaning)
                        .filter(low -> Kind.compare(value, low) < 0)
                        .isEmpty()
                && most.flatMap(kind::meaning)
                        .filter(high -> Kind.compare(value, high) > 0)
                        .isEmpty();
    }

    /** Whether two values mean the same, however they are written. */
    public boolean same(List<String> one, List<String> other) {
        return meanings(one).equals(meanings(other));
    }

    /** An empty list is written as an empty text where properties are flat. */
    private List<Optional<Comparable<?>>> meanings(List<String> texts) {
        return texts.stream()
                .filter(text -> !kind.mayBeEmpty() || !text.isBlank())
                .map(kind::meaning)
                .toList();
    }

    /**
     * What a service calls a key.
     *
     * @param service the only service it is meant for; empty: every service
     */
    public record Property(String service, String name) {

        static Property parse(String text) {
            int slash = text.indexOf('/');
            return new Property(text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
        }

        boolean isFor(String asking) {
            return service.isEmpty() || service.equals(asking);
        }
    }
}
