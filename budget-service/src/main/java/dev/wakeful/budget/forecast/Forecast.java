package dev.wakeful.budget.forecast;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one swarm was quoted and what it has cost, in micro-dollars (BUD-7).
 *
 * @param typicalMicros what half of such swarms cost at most, where the request told
 */
public record Forecast(
        String swarm,
        String repository,
        String job,
        String funding,
        long quoteMicros,
        @Nullable Long typicalMicros,
        long spentMicros,
        Instant endedAt) {

    /** What it has cost, in quotes; nothing where it was quoted nothing. */
    OptionalDouble ratio() {
        return quoteMicros == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) spentMicros / quoteMicros);
    }
}
