package dev.wakeful.benchmarks.stop;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.benchmarks.system.WideLimits;
import java.time.Duration;
import java.util.Map;

/**
 * Drills on the running system: swarms whose processes ignore SIGTERM, fork twice and leave their sessions are stopped; beside the same
 * processes ended by a plain {@code kill -9} of each group (STOP-4).
 */
public final class StopBenchmark implements Benchmark {

    private static final Duration READY = Duration.ofSeconds(120);
    private static final int TREES = 8;

    @Override
    public Report measure(Setup setup) throws Exception {
        StopReport report = new StopReport(setup);
        int drills = setup.events(50, 5);
        try (TemporaryDirectory directory = TemporaryDirectory.make("stop")) {
            Trees trees = Trees.in(directory.path());
            WatchedProject project = WatchedProject.make(directory.path(), "stubborn", "bash check.sh");
            project.commit("Begin", Map.of("check.sh", trees.script()));
            PlainKill floor = new PlainKill(directory.directory("floor"), TREES);
            Launch launch = Launch.in(directory.path().resolve("data")).with(WideLimits.with(TREES));
            try (RunningSystem system = RunningSystem.start(setup, launch)) {
                system.awaitReady(READY);
                project.register(system.server());
                Thread.sleep(Duration.ofSeconds(2));
                Drill drill = new Drill(system, project, trees, TREES);
                for (int n = 1; n <= drills; n++) {
                    Drill.Outcome ours = drill.happen();
                    Drill.Outcome plain = floor.happen();
                    report.add(ours, plain);
                    Progress.say("drill %d of %d: last effect %.1f ms, dead %.1f ms (plain kill %.1f ms), said %d ms"
                            .formatted(
                                    n,
                                    drills,
                                    ours.lastEffectNanos() / 1e6,
                                    ours.deadNanos() / 1e6,
                                    plain.deadNanos() / 1e6,
                                    ours.saidQuietMillis()));
                }
            }
        }
        return report.make();
    }
}
