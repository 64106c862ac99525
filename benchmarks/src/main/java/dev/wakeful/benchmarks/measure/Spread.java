package dev.wakeful.benchmarks.measure;

import java.util.Collection;

/**
 * One value per round: the middle one and how far they lie apart. On a noisy machine the median of per-round ratios holds where absolutes
 * do not.
 */
public record Spread(double median, double min, double max, int rounds) {

    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no round was measured");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(
                Rounded.toMicros(median),
                Rounded.toMicros(sorted[0]),
                Rounded.toMicros(sorted[sorted.length - 1]),
                sorted.length);
    }
}
