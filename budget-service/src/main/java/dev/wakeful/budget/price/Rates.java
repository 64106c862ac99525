package dev.wakeful.budget.price;

import dev.wakeful.events.Money;

/**
 * What one model costs, in micro-dollars for a million tokens, and how much one call may take.
 *
 * @param input a million tokens read
 * @param output a million tokens written
 * @param cacheRead a million tokens read from the provider's cache
 * @param cacheWrite a million tokens written to the cache, at its longest lifetime
 * @param maxOutput the most tokens one call may write
 * @param context the most tokens one call may read
 */
public record Rates(long input, long output, long cacheRead, long cacheWrite, long maxOutput, long context) {

    private static final long MILLION = 1_000_000;
    private static final long DEAREST = 1_000_000_000L;

    public Rates {
        price("input", input);
        price("output", output);
        price("cache-read", cacheRead);
        price("cache-write", cacheWrite);
        tokens("max-output", maxOutput);
        tokens("context", context);
    }

    /** Exact, rounded up to the micro-dollar once for the whole call. */
    public Money cost(TokenUsage usage) {
        return roundedUp(Math.addExact(
                Math.addExact(Math.multiplyExact(usage.input(), input), Math.multiplyExact(usage.output(), output)),
                Math.addExact(
                        Math.multiplyExact(usage.cacheRead(), cacheRead),
                        Math.multiplyExact(usage.cacheWrite(), cacheWrite))));
    }

    /** The most that reading and writing so many tokens can cost: everything read counts at the dearest way of reading. */
    public Money worstCase(long inputTokens, long outputTokens) {
        long dearestInput = Math.max(input, Math.max(cacheRead, cacheWrite));
        return roundedUp(
                Math.addExact(Math.multiplyExact(inputTokens, dearestInput), Math.multiplyExact(outputTokens, output)));
    }

    /** In each respect the dearer of the two. */
    Rates dearer(Rates other) {
        return new Rates(
                Math.max(input, other.input),
                Math.max(output, other.output),
                Math.max(cacheRead, other.cacheRead),
                Math.max(cacheWrite, other.cacheWrite),
                Math.max(maxOutput, other.maxOutput),
                Math.max(context, other.context));
    }

    private static Money roundedUp(long millionths) {
        return Money.micros(Math.ceilDiv(millionths, MILLION));
    }

    private static void price(String key, long value) {
        if (value < 0 || value > DEAREST) {
            throw new IllegalArgumentException(
                    key + " must be 0 to " + DEAREST + " micro-dollars for a million tokens, is " + value);
        }
    }

    private static void tokens(String key, long value) {
        if (value < 1 || value > 100 * MILLION) {
            throw new IllegalArgumentException(key + " must be 1 to " + 100 * MILLION + " tokens, is " + value);
        }
    }
}
