package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Latencies;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other systems for the same job, where they are asked for. */
final class Peers implements AutoCloseable {

    private final @Nullable NodeRed nodeRed;
    private final Map<String, Latencies> seen = new LinkedHashMap<>();

    private Peers(@Nullable NodeRed nodeRed) {
        this.nodeRed = nodeRed;
    }

    static Peers start(Setup setup, Path directory) throws Exception {
        return new Peers(setup.nodeRed() ? NodeRed.start(setup, directory) : null);
    }

    /** Lets each react once. */
    void measure(String pace, byte[] body) throws Exception {
        if (nodeRed != null) {
            long nanos = nodeRed.nanos(body);
            seen.computeIfAbsent(pace, none -> new Latencies()).addNanos(nanos);
        }
    }

    /** By name and pace; nothing when none was asked for. */
    Map<String, Object> summary() {
        Map<String, Object> paces = new LinkedHashMap<>();
        seen.forEach((pace, latencies) -> paces.put(pace, latencies.summary()));
        return paces.isEmpty() ? Map.of() : Map.of("nodeRed", paces);
    }

    @Override
    public void close() throws InterruptedException {
        if (nodeRed != null) {
            nodeRed.close();
        }
    }
}
