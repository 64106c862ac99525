package dev.wakeful.benchmarks.floor;

import dev.wakeful.benchmarks.system.Stamps;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** The very command line that a swarm starts for the check, from just before its start to its own first time stamp. */
public record SpawnFloor(Path file) {

    /** What a check of the benchmark is: it writes its own time down, and that is all. */
    public static String line(Path file) {
        return "bash -c 'echo \"$EPOCHREALTIME $PWD\" >> " + file + "'";
    }

    long nanos() throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        long began = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Process process = new ProcessBuilder("setsid", "/bin/sh", "-c", line(file))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        long stamped = Stamps.micros(Files.readString(file).split(" ")[0]);
        return TimeUnit.MICROSECONDS.toNanos(stamped - began);
    }
}
