package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.Stamps;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code kill -9} of the process with 50 swarms in flight → the first effect of the next process on the same data, beside the start of a
 * process that has nothing to resume; and whether anything is lost or doubled (STATE-1).
 */
public final class RecoveryBenchmark implements Benchmark {

    private static final Duration READY = Duration.ofSeconds(120);
    private static final int PROJECTS = 10;
    private static final int TICKS = 4;

    @Override
    public Report measure(Setup setup) throws Exception {
        RecoveryReport report = new RecoveryReport(setup);
        int swarms = setup.events(50, 10);
        try (TemporaryDirectory directory = TemporaryDirectory.make("recovery")) {
            Stamps stamps = new Stamps(directory.path().resolve("stamps"));
            Projects projects = Projects.make(directory.path(), stamps.file(), PROJECTS, TICKS);
            Launch launch = Launch.in(directory.path().resolve("data")).with(settings(swarms));
            Progress.say("the first start on an empty data directory");
            try (RunningSystem first = RunningSystem.start(setup, launch)) {
                first.awaitReady(READY);
                projects.register(first);
                Thread.sleep(Duration.ofSeconds(2));
            }
            Crash crash = new Crash(setup, launch, projects, stamps, swarms);
            for (int round = 1; round <= setup.rounds(); round++) {
                Progress.say("round " + round + " of " + setup.rounds());
                report.add(crash.happen());
            }
        }
        return report.make();
    }

    /** A thread for each swarm, and caps that the benchmark would hit. */
    private static Map<String, String> settings(int swarms) {
        Map<String, String> settings = new HashMap<>();
        for (String cap :
                new String[] {"organisation", "week", "day", "hour", "repository", "night.limit", "night.hour"}) {
            settings.put("wakeful.budget." + cap, "1000000");
        }
        settings.put("db-scheduler.threads", Integer.toString(swarms));
        return settings;
    }
}
