package dev.wakeful.benchmarks.footprint;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Process start → ready → first webhook handled, resident memory, and processor time while nothing happens; with and without an AOT cache.
 * Floor: {@code java -version} and an empty Spring Boot context with the same JVM flags.
 */
public final class FootprintBenchmark implements Benchmark {

    private static final Duration TRAINING = Duration.ofSeconds(300);
    private static final Duration FIRST_START = Duration.ofSeconds(120);
    private static final int COUNTED_ROUNDS = 3;

    @Override
    public Report measure(Setup setup) throws Exception {
        FootprintReport report = new FootprintReport(setup);
        try (TemporaryDirectory directory = TemporaryDirectory.make("footprint")) {
            Path cache = directory.path().resolve("system.aot");
            report.training(train(setup, directory.path().resolve("training"), cache));
            Launch plain = Launch.in(directory.path().resolve("data"));
            WatchedProject project = watched(setup, directory.path(), plain, report);
            Launch cached = plain.withJvm("-XX:AOTCache=" + cache);
            Floors floors = new Floors(setup);
            for (int round = 1; round <= setup.rounds(); round++) {
                Progress.say("round " + round + " of " + setup.rounds());
                report.floor("javaVersion", floors.javaVersion());
                report.floor("emptySpringBootContext", floors.emptyContext());
                report.add(
                        FootprintReport.PLAIN, Start.measure(setup, plain, project, 2L * round, sleep(setup, round)));
                report.add(
                        FootprintReport.CACHED,
                        Start.measure(setup, cached, project, 2L * round + 1, sleep(setup, round)));
            }
        }
        return report.make();
    }

    /**
     * Memory is read after a sleep. Processor time is counted in some of the rounds, since it takes minutes: for one minute, beginning when
     * the compiler has done with the start, 90 seconds after it.
     */
    private static Start.Sleep sleep(Setup setup, int round) {
        return round <= COUNTED_ROUNDS
                ? new Start.Sleep(Duration.ofSeconds(setup.events(90, 10)), Duration.ofSeconds(setup.events(60, 15)))
                : new Start.Sleep(Duration.ofSeconds(setup.events(30, 10)), Duration.ZERO);
    }

    /** One run of the system that writes the cache: starts, and ends by itself when it is ready. Answers with the seconds it took. */
    private static double train(Setup setup, Path data, Path cache) throws Exception {
        Progress.say("training the AOT cache");
        long began = System.nanoTime();
        Launch launch = Launch.in(data).withJvm("-XX:AOTCacheOutput=" + cache).withArguments("--end-when-ready");
        try (RunningSystem training = RunningSystem.start(setup, launch)) {
            training.awaitEnd(TRAINING);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** The very first start makes the database, the broker's log and all tables; later starts find them. */
    private static WatchedProject watched(Setup setup, Path directory, Launch launch, FootprintReport report)
            throws Exception {
        Progress.say("the first start on an empty data directory");
        WatchedProject project = WatchedProject.make(directory, "footprint", "true");
        project.commit("All there is", Map.of("notes.txt", "nothing\n"));
        try (RunningSystem first = RunningSystem.start(setup, launch)) {
            first.awaitReady(FIRST_START);
            report.firstStart(first.sinceStartMillis());
            project.register(first.server());
            Thread.sleep(Duration.ofSeconds(2));
        }
        return project;
    }
}
