package dev.wakeful.policy;

import java.util.Arrays;

/** What a value must be beside the value of another key. */
public record Rule(Relation relation, String other) {

    static Rule parse(String text) {
        String[] parts = text.split(" ");
        return new Rule(
                Arrays.stream(Relation.values())
                        .filter(relation -> relation.written.equals(parts[0]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No such relation: " + text)),
                parts[1]);
    }

    boolean holds(Comparable<?> value, Comparable<?> beside) {
        int order = Kind.compare(value, beside);
        return switch (relation) {
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case NOT_LESS_THAN -> order >= 0;
            case NOT -> order != 0;
        };
    }

    /** For example {@code at most budget.night.limit}. */
    String words() {
        return relation.written.replace('-', ' ') + " " + other;
    }

    /** How two values are compared. */
    public enum Relation {
        AT_MOST("at-most"),
        MORE_THAN("more-than"),
        NOT_LESS_THAN("not-less-than"),
        NOT("not");

        private final String written;

        Relation(String written) {
            this.written = written;
        }
    }
}
