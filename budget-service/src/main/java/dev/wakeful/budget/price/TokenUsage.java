package dev.wakeful.budget.price;

/**
 * What one call of a model has used, in tokens; the four kinds do not overlap.
 *
 * @param input read at the full price
 * @param cacheRead read from the provider's cache
 * @param cacheWrite read and written to the provider's cache
 * @param output written by the model, with what it thought
 */
public record TokenUsage(long input, long cacheRead, long cacheWrite, long output) {

    /** Far above every model's window; sums of four such numbers times a price still fit. */
    private static final long MOST = 1_000_000_000L;

    public TokenUsage {
        if (!plausible(input) || !plausible(cacheRead) || !plausible(cacheWrite) || !plausible(output)) {
            throw new IllegalArgumentException("Token counts must be 0 to " + MOST + ", are " + input + ", " + cacheRead
                    + ", " + cacheWrite + ", " + output);
        }
    }

    private static boolean plausible(long tokens) {
        return tokens >= 0 && tokens <= MOST;
    }

    /** No call reads nothing: a usage that says so counts as missing (BUD-6). */
    public boolean readsNothing() {
        return input == 0 && cacheRead == 0 && cacheWrite == 0;
    }
}
