package dev.wakeful.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Durations seen, to three significant digits of a microsecond. Safe for many threads. */
public final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    /** Takes one duration; clocks of two processes may disagree by microseconds, so less than nothing counts as nothing. */
    public synchronized void addNanos(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** Takes all durations of another; for the total over the rounds. */
    public synchronized void addAll(Latencies other) {
        micros.add(other.micros);
    }

    public synchronized long count() {
        return micros.getTotalCount();
    }

    public synchronized double medianMillis() {
        return millis(50);
    }

    public synchronized Summary summary() {
        return new Summary(
                micros.getTotalCount(),
                millis(50),
                millis(90),
                millis(99),
                Rounded.toMicros(micros.getMaxValue() / 1_000.0));
    }

    private double millis(double percentile) {
        return Rounded.toMicros(micros.getValueAtPercentile(percentile) / 1_000.0);
    }

    /** Latencies in milliseconds. */
    public record Summary(long count, double p50Millis, double p90Millis, double p99Millis, double maxMillis) {}
}
