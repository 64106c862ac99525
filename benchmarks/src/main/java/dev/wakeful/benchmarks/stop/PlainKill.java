package dev.wakeful.benchmarks.stop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The floor: the same trees, ended by one {@code kill -9} that is told each of their process groups. */
final class PlainKill {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Trees trees;
    private final int count;

    PlainKill(Path directory, int count) {
        this.trees = Trees.in(directory);
        this.count = count;
    }

    Drill.Outcome happen() throws IOException, InterruptedException {
        trees.clear();
        List<Process> started = new ArrayList<>();
        try {
            for (int n = 0; n < count; n++) {
                started.add(new ProcessBuilder("setsid", "bash", "-c", trees.script())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            trees.await(count, PATIENCE);
            return kill();
        } finally {
            started.forEach(Process::destroyForcibly);
            for (long pid : trees.all()) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** Every one of them leads a session, so its number is its group's. */
    private Drill.Outcome kill() throws IOException, InterruptedException {
        Set<Long> all = trees.all();
        String groups = all.stream().map(pid -> "-" + pid).collect(Collectors.joining(" "));
        long askedMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long asked = System.nanoTime();
        Process kill = new ProcessBuilder("bash", "-c", "kill -9 -- " + groups)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long dead = Trees.awaitDead(all, PATIENCE);
        kill.waitFor();
        return new Drill.Outcome(
                all.size(), Math.max(0, trees.lastStampMicros() - askedMicros) * 1_000, dead - asked, 0, 0);
    }
}
