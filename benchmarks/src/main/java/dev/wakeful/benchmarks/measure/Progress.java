package dev.wakeful.benchmarks.measure;

import java.time.Duration;
import java.util.Locale;

/** What the benchmark is doing, for whoever waits: on stderr, with the seconds since it began. */
public final class Progress {

    private static final long BEGAN = System.nanoTime();

    private Progress() {}

    public static void say(String what) {
        double seconds = Duration.ofNanos(System.nanoTime() - BEGAN).toMillis() / 1000.0;
        System.err.printf(Locale.ROOT, "%7.1fs %s%n", seconds, what);
    }
}
