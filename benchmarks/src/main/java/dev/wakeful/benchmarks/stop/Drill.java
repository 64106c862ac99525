package dev.wakeful.benchmarks.stop;

import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.cli.server.Item;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One emergency stop of a running system that has swarms at work, and the resume after it: what was broken off starts again by itself and is
 * there for the next drill.
 */
final class Drill {

    /** So that they are at work when they are stopped, and the system is not still busy with having started them. */
    private static final Duration AT_WORK = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A task that was stopped twenty times is set aside (LIM-4). */
    private static final int STOPS_OF_A_TASK = 19;

    private final RunningSystem system;
    private final WatchedProject project;
    private final Trees trees;
    private final int count;
    private final AtomicLong jobs = new AtomicLong();
    private int drills;

    Drill(RunningSystem system, WatchedProject project, Trees trees, int count) {
        this.system = system;
        this.project = project;
        this.trees = trees;
        this.count = count;
    }

    /**
     * What came of it.
     *
     * @param processes how many ran
     * @param lastEffectNanos asked → the last trace that one of them left
     * @param deadNanos asked → none of them alive
     * @param saidQuietMillis asked → the last instance quiet, as the system says
     * @param alive who was still there when the system had said that it is quiet
     */
    record Outcome(int processes, long lastEffectNanos, long deadNanos, long saidQuietMillis, int alive) {}

    Outcome happen() throws IOException, InterruptedException {
        if (drills++ % STOPS_OF_A_TASK == 0) {
            newJobs();
        }
        trees.await(count, PATIENCE);
        Thread.sleep(AT_WORK);
        Set<Long> all = trees.all();
        long askedMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long asked = System.nanoTime();
        long epoch = system.server()
                .post("/emergency-stop", Map.of("reason", "drill"))
                .number("epoch");
        long dead = Trees.awaitDead(all, PATIENCE);
        Item last = awaitQuiet(epoch);
        all.addAll(trees.all());
        int alive = (int) all.stream()
                .filter(pid -> ProcessHandle.of(pid)
                        .flatMap(found -> found.info().command())
                        .isPresent())
                .count();
        long lastEffect = Math.max(0, trees.lastStampMicros() - askedMicros) * 1_000;
        trees.clear();
        system.server().post("/resume", Map.of("reason", "drill"));
        return new Outcome(all.size(), lastEffect, dead - asked, last.number("quietMillis"), alive);
    }

    private void newJobs() throws IOException, InterruptedException {
        for (int n = 0; n < count; n++) {
            long id = jobs.incrementAndGet();
            new JobFailure(id, "job-" + id, project.name(), project.head()).deliver(system.webhooks());
        }
    }

    private Item awaitQuiet(long epoch) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Item last = system.server().get("/emergency-stop").item("last");
            if (last.number("epoch") == epoch
                    && last.has("quietMillis")
                    && last.json().path("waitingFor").isEmpty()) {
                return last;
            }
            Thread.sleep(5);
        }
        throw new IOException("The system is not quiet " + PATIENCE + " after it was told to stop");
    }
}
