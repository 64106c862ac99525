package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WideLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Swarms on the running system, in the bubblewrap sandbox and with a scripted agent: how soon a workspace of a large repository is ready
 * (DEV-10), what the sandbox adds to a process (DEV-4), and twenty swarms at once (LIM-1).
 */
public final class SwarmBenchmark implements Benchmark {

    private static final Duration READY = Duration.ofSeconds(120);

    /** Three swarms in a row that mend nothing stop the system (STOP-2); the fleet comes between. */
    private static final int SEARCHES = 2;

    @Override
    public Report measure(Setup setup) throws Exception {
        SwarmReport report = new SwarmReport(setup);
        try (TemporaryDirectory directory = TemporaryDirectory.make("swarm")) {
            Path path = directory.path();
            int mebibytes = setup.events(1_000, 100);
            Progress.say("making a repository of %d MiB".formatted(mebibytes));
            LargeProject large = LargeProject.make(path, mebibytes);
            report.repository(mebibytes, large);
            Progress.say("made it, %d files".formatted(large.files()));
            Launch launch = Launch.in(path.resolve("data")).with(settings());
            try (RunningSystem system = RunningSystem.start(setup, launch)) {
                system.awaitReady(READY);
                large.project().register(system.server());
                Errands errands = new Errands(system);
                Starts starts = new Starts(errands, path, system.server());
                Thread.sleep(Duration.ofSeconds(2));
                for (int round = 1; round <= setup.events(setup.rounds(), 2); round++) {
                    Progress.say("round " + round);
                    cut(errands, large, directory.directory("scratch"), report);
                    start(starts);
                    sail(Fleet.make(path, "shop-" + round, WideLimits.SWARMS), system, errands, report);
                }
                return report.make(starts);
            }
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(WideLimits.with(WideLimits.SWARMS));
        settings.put("wakeful.auto-dev.sandbox.kind", "bubblewrap");
        settings.put("wakeful.auto-dev.agents.scripted.kind", "command");
        settings.put("wakeful.auto-dev.agents.scripted.command", Fleet.AGENT);
        return settings;
    }

    private static void cut(Errands errands, LargeProject large, Path scratch, SwarmReport report) throws Exception {
        Cut small = Cut.of(errands, large, large.few(), Optional.empty(), scratch);
        report.smallTree(small);
        Progress.say("  small tree: " + told(small));
        Cut whole = Cut.of(errands, large, large.all(), Optional.empty(), scratch);
        report.wholeTree(whole);
        Progress.say("  whole tree: " + told(whole));
        Cut part = Cut.of(errands, large, large.asking(), Optional.of(LargeProject.PART), scratch);
        report.partOfTheTree(part);
        Progress.say("  a part of it: " + told(part));
    }

    private static String told(Cut cut) {
        return "ready after %.0f ms (git by hand %.0f, cp -a %.0f)".formatted(cut.readyMillis(), cut.git(), cut.copy());
    }

    private static void start(Starts starts) throws Exception {
        for (int n = 0; n < SEARCHES; n++) {
            starts.round();
        }
        Progress.say("  trivial check: p50 %.1f ms in the sandbox, %.1f in plain bubblewrap, %.1f bare"
                .formatted(
                        starts.sandboxed.medianMillis(), starts.bubblewrap.medianMillis(), starts.bare.medianMillis()));
    }

    private static void sail(Fleet fleet, RunningSystem system, Errands errands, SwarmReport report) throws Exception {
        Fleet.Outcome outcome = fleet.sail(system, errands);
        report.fleet(outcome);
        Progress.say("  %d swarms completed, %d not; %.0f a minute (by hand %.0f), p50 %.1f s, %d at once"
                .formatted(
                        outcome.completed(),
                        outcome.failed(),
                        outcome.perMinute(),
                        outcome.floorPerMinute(),
                        outcome.took().medianMillis() / 1_000,
                        outcome.mostAtOnce()));
    }
}
