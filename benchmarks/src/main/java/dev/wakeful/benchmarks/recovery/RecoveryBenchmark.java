package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.Stamps;
import dev.wakeful.benchmarks.system.WideLimits;
import java.time.Duration;

/**
 * {@code kill -9} of the process with 50 swarms in flight → the first effect of the next process on the same data, beside the start of a
 * process that has nothing to resume; and whether anything is lost or doubled (STATE-1).
 */
public final class RecoveryBenchmark implements Benchmark {

    private static final Duration READY = Duration.ofSeconds(120);
    private static final int PROJECTS = 10;
    private static final int TICKS = 4;
    private static final int SWARMS = 10;

    @Override
    public Report measure(Setup setup) throws Exception {
        RecoveryReport report = new RecoveryReport(setup);
        for (int round = 1; round <= setup.rounds(); round++) {
            Progress.say("round " + round + " of " + setup.rounds());
            report.add(round(setup));
        }
        return report.make();
    }

    /** An installation of its own for each round: it may open ten pull requests an hour (LIM-1). */
    private static Crash.Outcome round(Setup setup) throws Exception {
        try (TemporaryDirectory directory = TemporaryDirectory.make("recovery")) {
            Stamps stamps = new Stamps(directory.path().resolve("stamps"));
            Projects projects = Projects.make(directory.path(), stamps.file(), PROJECTS, TICKS);
            Launch launch = Launch.in(directory.path().resolve("data")).with(WideLimits.with(SWARMS));
            try (RunningSystem first = RunningSystem.start(setup, launch)) {
                first.awaitReady(READY);
                projects.register(first);
                Thread.sleep(Duration.ofSeconds(2));
            }
            return new Crash(setup, launch, projects, stamps, SWARMS).happen();
        }
    }
}
