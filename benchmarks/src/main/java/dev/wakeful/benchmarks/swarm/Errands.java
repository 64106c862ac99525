package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.cli.server.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Sends swarms out: reports failures to the running system and waits for what becomes of them. */
final class Errands {

    private static final Set<String> ENDS = Set.of("swarm.completed.v1", "swarm.failed.v1", "swarm.stopped.v1");
    private static final Set<String> AT_REST = Set.of("PROPOSED", "PARKED", "CLOSED");
    private static final Duration LOOK = Duration.ofMillis(100);

    private final RunningSystem system;
    private final AtomicLong jobs = new AtomicLong();

    Errands(RunningSystem system) {
        this.system = system;
    }

    /** The number of the last event there is. */
    long now() throws IOException, InterruptedException {
        var events = EventLog.after(system.server(), 0);
        return events.isEmpty() ? 0 : events.getLast().n();
    }

    /** Reports a failure that nobody has heard of. */
    void report(WatchedProject project, String revision) throws IOException, InterruptedException {
        long id = jobs.incrementAndGet();
        new JobFailure(id, "job-" + id, project.name(), revision).deliver(system.webhooks());
    }

    /** One failure, and its task when that has come to rest. */
    Item run(WatchedProject project, String revision, Duration patience) throws IOException, InterruptedException {
        long before = now();
        report(project, revision);
        String task = ends(before, 1, patience).keySet().iterator().next();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!AT_REST.contains(task(task).text("state"))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Task " + task + " did not come to rest in " + patience);
            }
            Thread.sleep(LOOK);
        }
        return task(task);
    }

    /** How the swarms of so many tasks ended first after an event, by task. */
    Map<String, EventLog.Entry> ends(long after, int count, Duration patience)
            throws IOException, InterruptedException {
        Map<String, EventLog.Entry> ends = new HashMap<>();
        long deadline = System.nanoTime() + patience.toNanos();
        long last = after;
        while (ends.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Only " + ends.size() + " of " + count + " swarms ended in " + patience);
            }
            Thread.sleep(LOOK);
            for (EventLog.Entry event : EventLog.after(system.server(), last)) {
                last = event.n();
                if (ENDS.contains(event.type())) {
                    ends.putIfAbsent(event.task(), event);
                }
            }
        }
        return ends;
    }

    Item task(String id) throws IOException, InterruptedException {
        return system.server().get("/tasks/" + id);
    }
}
