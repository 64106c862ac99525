package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.Stamps;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** One kill with swarms in flight, the next start, and the count of what came of them. */
final class Crash {

    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration IN_FLIGHT = Duration.ofSeconds(120);
    private static final Duration ALL_ENDED = Duration.ofSeconds(420);
    private static final Set<String> AT_REST = Set.of("PROPOSED", "PARKED", "CLOSED");

    private final Setup setup;
    private final Launch launch;
    private final Projects projects;
    private final Stamps stamps;
    private final int swarms;

    Crash(Setup setup, Launch launch, Projects projects, Stamps stamps, int swarms) {
        this.setup = setup;
        this.launch = launch;
        this.projects = projects;
        this.stamps = stamps;
        this.swarms = swarms;
    }

    /**
     * What one crash led to.
     *
     * @param undisturbedReadyMillis process start → ready of a start with nothing to resume, just before
     * @param readyMillis the same of the start after the kill
     * @param resumedMillis process start → first time stamp of a resumed swarm's process
     * @param inFlight swarms with a process at the kill
     * @param lost accepted failures that led to no task, or to one that never came to rest
     * @param doubled second pull requests, finished checks that were run again, processes of one swarm at the same time
     */
    record Outcome(
            double undisturbedReadyMillis,
            double readyMillis,
            double resumedMillis,
            long inFlight,
            long lost,
            long doubled,
            long proposed) {}

    Outcome happen() throws Exception {
        Before before;
        long killedMicros;
        RunningSystem victim = RunningSystem.start(setup, launch);
        double undisturbed;
        try {
            victim.awaitReady(READY);
            undisturbed = victim.sinceStartMillis();
            before = Before.of(victim.server(), projects);
            projects.failJobs(victim, swarms);
            awaitInFlight(before);
            Thread.sleep(ThreadLocalRandom.current().nextLong(2_000));
            killedMicros = nowMicros();
            victim.kill();
        } catch (Exception e) {
            victim.close();
            throw e;
        }
        return resume(before, undisturbed, killedMicros);
    }

    private Outcome resume(Before before, double undisturbed, long killedMicros) throws Exception {
        long restartedMicros = nowMicros();
        try (RunningSystem heir = RunningSystem.start(setup, launch)) {
            heir.awaitReady(READY);
            double ready = heir.sinceStartMillis();
            long unrest = awaitRest(heir.server(), before);
            Runs runs = Runs.of(stampsSince(before));
            double resumed = (runs.firstBeganAfter(restartedMicros) - restartedMicros) / 1e3;
            long proposed = projects.offered() - before.offered();
            long doubled = secondPullRequests(heir.server(), before, proposed)
                    + runs.finishedAndRunAgain(killedMicros)
                    + runs.aliveTogether();
            Progress.say(
                    "  %d in flight, ready after %.0f ms (undisturbed %.0f), resumed after %.0f ms, lost %d, doubled %d, proposed %d"
                            .formatted(runs.swarms(), ready, undisturbed, resumed, unrest, doubled, proposed));
            return new Outcome(undisturbed, ready, resumed, runs.swarms(), unrest, doubled, proposed);
        }
    }

    /** What was there before this crash, so that only what came of it is counted. */
    private record Before(Set<String> tasks, long lastEvent, long offered, Set<String> swarms, long micros) {

        static Before of(Server server, Projects projects) throws InterruptedException {
            List<EventLog.Entry> events = EventLog.after(server, 0);
            Set<String> swarms = events.stream()
                    .filter(event -> event.type().equals("swarm.requested.v1"))
                    .map(EventLog.Entry::subject)
                    .collect(Collectors.toSet());
            long last = events.isEmpty() ? 0 : events.getLast().n();
            return new Before(tasksOf(server), last, projects.offered(), swarms, nowMicros());
        }
    }

    private static Set<String> tasksOf(Server server) throws InterruptedException {
        return server.get("/tasks?limit=1000").items("tasks").stream()
                .map(task -> task.text("id"))
                .collect(Collectors.toSet());
    }

    private List<Stamps.Stamp> stampsSince(Before before) throws IOException {
        return stamps.read().stream()
                .filter(stamp -> !before.swarms().contains(stamp.swarm()))
                .toList();
    }

    private void awaitInFlight(Before before) throws Exception {
        long deadline = System.nanoTime() + IN_FLIGHT.toNanos();
        while (Runs.of(stampsSince(before)).swarms() < swarms) {
            if (System.nanoTime() > deadline) {
                Progress.say(
                        "only " + Runs.of(stampsSince(before)).swarms() + " of " + swarms + " swarms are in flight");
                return;
            }
            Thread.sleep(50);
        }
    }

    /** Waits until every task has come to rest and says how many have not, or were never made. */
    private long awaitRest(Server server, Before before) throws InterruptedException {
        long deadline = System.nanoTime() + ALL_ENDED.toNanos();
        long unrest = swarms;
        while (unrest > 0 && System.nanoTime() < deadline) {
            Thread.sleep(500);
            Set<String> atRest = new HashSet<>();
            for (Item task : server.get("/tasks?limit=1000").items("tasks")) {
                if (!before.tasks().contains(task.text("id")) && AT_REST.contains(task.text("state"))) {
                    atRest.add(task.text("id"));
                }
            }
            unrest = swarms - atRest.size();
        }
        return Math.max(0, unrest);
    }

    /** Branches beyond one a task that says it has one, and proposals said twice. */
    private static long secondPullRequests(Server server, Before before, long offered) throws InterruptedException {
        List<String> proposals = EventLog.after(server, before.lastEvent()).stream()
                .filter(event -> event.type().equals("change.proposed.v1"))
                .map(EventLog.Entry::task)
                .toList();
        long tasks = proposals.stream().distinct().count();
        return Math.max(0, offered - tasks) + (proposals.size() - tasks);
    }

    private static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
