package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.floor.FloorProcess;
import dev.wakeful.benchmarks.floor.SpawnFloor;
import dev.wakeful.benchmarks.measure.OpenLoop;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.Stamps;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.benchmarks.system.WideLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The reflex: webhook → the first time stamp of the swarm's check, written by its own process, after idle and busy, against the sum of its
 * floors; with Node-RED's http-in → exec as a peer where it is asked for.
 */
public final class ReactionBenchmark implements Benchmark {

    static final String IDLE = "idle";
    static final String BUSY = "busy20PerSecond";
    private static final String WARM_UP = "warmUp";
    private static final int BUSY_PER_SECOND = 20;
    private static final int THREADS = 8;
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration ALL_STAMPED = Duration.ofSeconds(120);

    @Override
    public Report measure(Setup setup) throws Exception {
        ReactionReport report = new ReactionReport(setup);
        try (TemporaryDirectory directory = TemporaryDirectory.make("reaction");
                Peers peers = Peers.start(setup, directory.path());
                FloorProcess floors = FloorProcess.start(setup, directory.path())) {
            Stamps stamps = new Stamps(directory.path().resolve("stamps"));
            Progress.say("starting the system");
            Launch launch = Launch.in(directory.path().resolve("data")).with(WideLimits.with(THREADS));
            try (RunningSystem system = RunningSystem.start(setup, launch)) {
                system.awaitReady(START);
                Trigger trigger = new Trigger(system, watched(directory.path(), stamps.file(), system));
                new Rounds(setup, trigger, floors, peers, report).run();
                awaitStamps(stamps, trigger.sent().size());
                report.peers(peers.summary());
                report.reactions(
                        Reactions.of(trigger.sent(), EventLog.after(system.server(), 0), stamps.read()),
                        trigger.sent().size());
            }
        }
        return report.make();
    }

    private static WatchedProject watched(Path directory, Path stamps, RunningSystem system) throws Exception {
        WatchedProject project = WatchedProject.make(directory, "reflex", SpawnFloor.line(stamps));
        project.commit("All there is", Map.of("notes.txt", "nothing\n"));
        project.register(system.server());
        Thread.sleep(Duration.ofSeconds(2));
        return project;
    }

    private static void awaitStamps(Stamps stamps, int expected) throws Exception {
        long deadline = System.nanoTime() + ALL_STAMPED.toNanos();
        while (stamps.read().stream().map(Stamps.Stamp::swarm).distinct().count() < expected) {
            if (System.nanoTime() > deadline) {
                Progress.say(
                        "not every webhook led to a process: " + stamps.read().size() + " of " + expected);
                return;
            }
            Thread.sleep(100);
        }
    }

    /** Ours, floors and peers in turn. */
    private record Rounds(Setup setup, Trigger trigger, FloorProcess floors, Peers peers, ReactionReport report) {

        void run() throws Exception {
            Progress.say("warming up");
            OpenLoop.steady(setup.events(100, 40), 8).run((number, intended) -> trigger.send(WARM_UP, 0, intended));
            OpenLoop.steady(100, 20).run((number, intended) -> new Floors().measure(floors, trigger.sampleBody()));
            for (int round = 1; round <= setup.rounds(); round++) {
                Progress.say("round " + round + " of " + setup.rounds());
                Thread.sleep(Duration.ofSeconds(5));
                idle(round);
                busy(round);
            }
        }

        /** A webhook every 2–6 s; the floors, and then the peers, in the middle of the gap, after a pause of about the same length. */
        private void idle(int round) throws Exception {
            Floors seen = new Floors();
            int events = setup.events(20, 4);
            for (int n = 0; n < events; n++) {
                Duration half = Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 3_001));
                OpenLoop one = OpenLoop.idle(1, half, half, ThreadLocalRandom.current());
                one.run((number, intended) -> trigger.send(IDLE, round, intended));
                one.run((number, intended) -> seen.measure(floors, trigger.sampleBody()));
                peers.measure(IDLE, trigger.sampleBody());
            }
            report.floors(IDLE, seen);
        }

        private void busy(int round) throws Exception {
            int events = setup.events(100, 40);
            OpenLoop.steady(events, BUSY_PER_SECOND).run((number, intended) -> trigger.send(BUSY, round, intended));
            Floors seen = new Floors();
            OpenLoop.steady(events, BUSY_PER_SECOND)
                    .run((number, intended) -> seen.measure(floors, trigger.sampleBody()));
            report.floors(BUSY, seen);
            for (int n = 0; n < setup.events(40, 10); n++) {
                peers.measure(BUSY, trigger.sampleBody());
                Thread.sleep(Duration.ofSeconds(1).dividedBy(BUSY_PER_SECOND));
            }
        }
    }
}
