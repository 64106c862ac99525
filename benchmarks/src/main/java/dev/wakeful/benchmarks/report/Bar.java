package dev.wakeful.benchmarks.report;

/**
 * What was promised, and what was measured.
 *
 * @param id names it for ever
 * @param limit the most, or for {@code …at-least} the least, that keeps the promise
 */
public record Bar(String id, double limit, double actual, boolean met) {

    public static Bar atMost(String id, double limit, double actual) {
        return new Bar(id, limit, actual, actual <= limit);
    }

    public static Bar atLeast(String id, double limit, double actual) {
        return new Bar(id, limit, actual, actual >= limit);
    }
}
