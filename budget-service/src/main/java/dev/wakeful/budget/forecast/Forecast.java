package dev.wakeful.budget.forecast;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one swarm was quoted and what it has cost, in micro-dollars (BUD-7).
 *
 * @param typicalMicros what half of such swarms had cost at most by then; absent: too few had ended
 * @param p90Micros what nine in ten had
 * @param kind of failure; with the repository, the class of its fingerprint
 * @param basis which earlier swarms that was taken from, in words
 */
public record Forecast(
        String swarm,
        String repository,
        String job,
        String funding,
        long quoteMicros,
        @Nullable Long typicalMicros,
        long spentMicros,
        Instant endedAt,
        @Nullable Long p90Micros,
        String kind,
        @Nullable String basis) {

    /** What it was expected to cost: what half of such swarms did, and the quote only where nothing else is known. */
    long expectedMicros() {
        return typicalMicros == null ? quoteMicros : typicalMicros;
    }

    /** What it has cost, in what it was expected to; nothing where that was nothing. */
    OptionalDouble ratio() {
        return expectedMicros() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) spentMicros / expectedMicros());
    }

    String className() {
        return repository + " " + kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
