package dev.wakeful.autodev.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a pipeline, in the order in which they run (VER-1). */
public enum StepName {
    BUILD,
    TESTS,
    INTEGRATION,
    PERFORMANCE,
    SECURITY,
    /** The system's own, after all others (VER-3); no repository names it. */
    MUTATION;

    /** As files, events and people call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StepName> named(String text) {
        return Stream.of(values()).filter(name -> name.toString().equals(text)).findFirst();
    }
}
