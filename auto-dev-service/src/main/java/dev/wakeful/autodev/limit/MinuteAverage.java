package dev.wakeful.autodev.limit;

import java.time.Duration;

/** An average in which a value counts the less the older it is: after a minute, about a third. */
final class MinuteAverage {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private volatile double value;

    /**
     * From one thread.
     *
     * @param over how long it was so
     */
    void add(double now, Duration over) {
        double weight = 1 - Math.exp(-(double) over.toMillis() / MINUTE.toMillis());
        value += (now - value) * weight;
    }

    int value() {
        return (int) Math.round(value);
    }
}
