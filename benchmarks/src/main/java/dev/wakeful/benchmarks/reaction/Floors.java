package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.floor.Floor;
import dev.wakeful.benchmarks.floor.FloorProcess;
import dev.wakeful.benchmarks.measure.Latencies;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the steps cost at least, at one pace: each step's latencies, and how often the path takes it. */
final class Floors {

    /**
     * How often the reaction takes each step. Commits: the delivery with its build failure, the finding, the task with its request, the
     * reservation, the swarm made ready, its job picked, its lease taken, its start written down.
     */
    static final Map<Floor, Integer> ON_THE_PATH =
            new EnumMap<>(Map.of(Floor.HTTP, 1, Floor.COMMIT, 8, Floor.HOP, 4, Floor.SPAWN, 1));

    private final Map<Floor, Latencies> latencies = new EnumMap<>(Floor.class);

    Floors() {
        for (Floor floor : Floor.values()) {
            latencies.put(floor, new Latencies());
        }
    }

    /** Takes every step once. */
    void measure(FloorProcess process, byte[] body) throws IOException, InterruptedException {
        for (Floor floor : Floor.values()) {
            of(floor).addNanos(process.nanos(floor, body));
        }
    }

    void addAll(Floors others) {
        latencies.forEach((floor, mine) -> mine.addAll(others.of(floor)));
    }

    private Latencies of(Floor floor) {
        return Objects.requireNonNull(latencies.get(floor));
    }

    /** The sum over the path of the medians. */
    double sumOfMediansMillis() {
        return ON_THE_PATH.entrySet().stream()
                .mapToDouble(step -> step.getValue() * of(step.getKey()).medianMillis())
                .sum();
    }

    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        ON_THE_PATH.forEach((floor, times) -> {
            summary.put(
                    floor.name().toLowerCase(java.util.Locale.ROOT), of(floor).summary());
            summary.put(floor.name().toLowerCase(java.util.Locale.ROOT) + "TimesOnThePath", times);
        });
        summary.put("sumOfMediansMillis", Math.round(sumOfMediansMillis() * 1_000) / 1_000.0);
        return summary;
    }
}
