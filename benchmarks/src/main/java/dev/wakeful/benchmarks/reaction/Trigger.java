package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Sends failures of jobs that nobody has heard of, and remembers when each was meant to be sent and when it was accepted. */
final class Trigger {

    private final RunningSystem system;
    private final WatchedProject project;
    private final String revision;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    Trigger(RunningSystem system, WatchedProject project) throws InterruptedException {
        this.system = system;
        this.project = project;
        this.revision = project.head();
    }

    /**
     * One webhook, by the wall clock that the swarm's process reads, too.
     *
     * @param intendedMicros when it was meant to be sent
     * @param acceptedMicros when its answer was there
     */
    record Sent(JobFailure failure, String pace, int round, long intendedMicros, long acceptedMicros) {}

    /** Sends one; the intended time is given by {@link System#nanoTime}. */
    void send(String pace, int round, long intendedNanos) throws IOException, InterruptedException {
        long lateMicros = (System.nanoTime() - intendedNanos) / 1_000;
        long intended = nowMicros() - lateMicros;
        JobFailure failure = next();
        failure.deliver(system.webhooks());
        sent.put(failure.fullName(), new Sent(failure, pace, round, intended, nowMicros()));
    }

    /** A body of the usual size, for the floor. */
    byte[] sampleBody() {
        return new JobFailure(0, "floor", project.name(), revision).body();
    }

    private JobFailure next() {
        long id = ids.incrementAndGet();
        return new JobFailure(id, "bench-" + id, project.name(), revision);
    }

    Map<String, Sent> sent() {
        return Map.copyOf(sent);
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
