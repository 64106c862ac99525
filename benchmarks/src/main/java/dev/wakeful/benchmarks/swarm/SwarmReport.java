package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.measure.Spread;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Puts workspaces, sandboxes and many swarms beside their floors and bars. */
final class SwarmReport {

    private static final double READY_MILLIS = 1_000;

    private final Map<String, Object> environment;
    private final List<Cut> small = new ArrayList<>();
    private final List<Cut> whole = new ArrayList<>();
    private final List<Cut> part = new ArrayList<>();
    private final List<Fleet.Outcome> fleets = new ArrayList<>();

    SwarmReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void repository(int mebibytes, LargeProject large) {
        environment.put("repositoryMiB", mebibytes);
        environment.put("repositoryFiles", large.files());
    }

    void smallTree(Cut cut) {
        small.add(cut);
    }

    void wholeTree(Cut cut) {
        whole.add(cut);
    }

    void partOfTheTree(Cut cut) {
        part.add(cut);
    }

    void fleet(Fleet.Outcome outcome) {
        fleets.add(outcome);
    }

    Report make(Starts starts) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("workspaceReadySmallTreeMillis", Spread.of(values(small, Cut::readyMillis)));
        figures.put("workspaceReadyWholeTreeMillis", Spread.of(values(whole, Cut::readyMillis)));
        figures.put("workspaceReadyPartOfTheTreeMillis", Spread.of(values(part, Cut::readyMillis)));
        figures.put("acceptedToCheckSmallTreeMillis", Spread.of(values(small, Cut::acceptedMillis)));
        figures.put("acceptedToCheckWholeTreeMillis", Spread.of(values(whole, Cut::acceptedMillis)));
        figures.put("acceptedToCheckPartOfTheTreeMillis", Spread.of(values(part, Cut::acceptedMillis)));
        figures.put("workspaceReadyWholeTreeTimesGit", Spread.of(values(whole, cut -> cut.readyMillis() / cut.git())));
        figures.put("trivialCheckInTheSandbox", starts.sandboxed.summary());
        figures.put(
                "sandboxOverheadP50Millis",
                difference(starts.sandboxed, starts.bare).p50Millis());
        figures.put(
                "sandboxOverheadP99Millis",
                difference(starts.sandboxed, starts.bare).p99Millis());
        figures.put("swarmsCompletedPerMinute", Spread.of(values(fleets, Fleet.Outcome::perMinute)));
        figures.put("acceptedToCompleted", took().summary());
        figures.put("swarmsAtOnce", Spread.of(values(fleets, Fleet.Outcome::mostAtOnce)));
        figures.put("swarmsNotCompleted", failed());
        memory(figures);
        return new Report("swarm", figures, floors(starts), Map.of(), bars(), environment);
    }

    private void memory(Map<String, Object> figures) {
        figures.put("systemIdleResidentMiB", memory(peak -> peak.before()));
        figures.put("systemPeakResidentMiB", memory(peak -> peak.system()));
        figures.put("processesOfSwarmsPeakResidentMiB", memory(peak -> peak.swarms()));
        figures.put("processesOfSwarmsPeakCount", memory(peak -> peak.count()));
        figures.put(
                "peakResidentPerSwarmMiB",
                Spread.of(values(
                        fleets,
                        fleet -> (fleet.memory().system()
                                        - fleet.memory().before()
                                        + fleet.memory().swarms())
                                / Math.max(1, fleet.mostAtOnce()))));
    }

    private Spread memory(ToDoubleFunction<Memory.Peak> value) {
        return Spread.of(values(fleets, fleet -> value.applyAsDouble(fleet.memory())));
    }

    private Map<String, Object> floors(Starts starts) {
        Map<String, Object> floors = new LinkedHashMap<>();
        floors.put("gitByHandSmallTreeMillis", Spread.of(values(small, Cut::git)));
        floors.put("gitByHandWholeTreeMillis", Spread.of(values(whole, Cut::git)));
        floors.put("gitByHandPartOfTheTreeMillis", Spread.of(values(part, Cut::git)));
        floors.put("copySmallTreeMillis", Spread.of(values(small, Cut::copy)));
        floors.put("copyWholeTreeMillis", Spread.of(values(whole, Cut::copy)));
        floors.put("copyPartOfTheTreeMillis", Spread.of(values(part, Cut::copy)));
        floors.put("bareProcess", starts.bare.summary());
        floors.put("plainBubblewrap", starts.bubblewrap.summary());
        floors.put("byHandPerMinute", Spread.of(values(fleets, Fleet.Outcome::floorPerMinute)));
        return floors;
    }

    /** Percentile minus percentile. */
    private record Difference(double p50Millis, double p99Millis) {}

    private static Difference difference(Latencies ours, Latencies floor) {
        return new Difference(
                millis(ours.summary().p50Millis() - floor.summary().p50Millis()),
                millis(ours.summary().p99Millis() - floor.summary().p99Millis()));
    }

    private static double millis(double exactly) {
        return Math.round(exactly * 1_000) / 1_000.0;
    }

    private Latencies took() {
        Latencies all = new Latencies();
        fleets.forEach(fleet -> all.addAll(fleet.took()));
        return all;
    }

    private long failed() {
        return fleets.stream().mapToLong(Fleet.Outcome::failed).sum();
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost(
                        "swarm-workspace-ready-small-tree-p50-millis-at-most",
                        READY_MILLIS,
                        Spread.of(values(small, Cut::readyMillis)).median()),
                Bar.atMost(
                        "swarm-workspace-ready-whole-tree-p50-millis-at-most",
                        READY_MILLIS,
                        Spread.of(values(whole, Cut::readyMillis)).median()),
                Bar.atMost(
                        "swarm-workspace-ready-part-of-the-tree-p50-millis-at-most",
                        READY_MILLIS,
                        Spread.of(values(part, Cut::readyMillis)).median()),
                Bar.atMost("swarm-not-completed-at-most", 0, failed()));
    }

    private static <T> List<Double> values(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().map(value::applyAsDouble).toList();
    }
}
