package dev.wakeful.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is told.
 *
 * @param rounds how often ours, floor and peer take turns
 * @param quick fewer events, to try the benchmark out; the report says so
 * @param nodeRed also measure Node-RED, fetched by npm
 * @param home the checkout
 * @param java the Java command that runs the system
 * @param jvm the JVM flags that the start script gives the system
 */
public record Setup(int rounds, boolean quick, boolean nodeRed, Path home, Path java, List<String> jvm) {

    public Setup {
        jvm = List.copyOf(jvm);
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be 1 or more, is " + rounds);
        }
    }

    /** The number of events for a full run, or for a quick one. */
    public int events(int full, int quickly) {
        return quick ? quickly : full;
    }
}
