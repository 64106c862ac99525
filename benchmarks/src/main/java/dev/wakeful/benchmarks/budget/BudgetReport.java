package dev.wakeful.benchmarks.budget;

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
import java.util.stream.Stream;

/** Puts the ledger's figures beside its floor and its bars. */
final class BudgetReport {

    private final Map<String, Object> environment;
    private final Series ours = new Series();
    private final Series manyClients = new Series();
    private final Series oneClient = new Series();
    private final List<Double> timesMany = new ArrayList<>();
    private final List<Double> timesOne = new ArrayList<>();
    private final List<Exhaustion> alone = new ArrayList<>();
    private final List<Exhaustion> killed = new ArrayList<>();

    private static final class Series {
        private final List<Double> perSecond = new ArrayList<>();
        private final Latencies latencies = new Latencies();

        void add(ClosedLoop loop) {
            perSecond.add(loop.perSecond());
            latencies.addAll(loop.latencies());
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("perSecond", Spread.of(perSecond));
            figures.put("latency", latencies.summary());
            return figures;
        }
    }

    BudgetReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void round(ClosedLoop reservations, ClosedLoop many, ClosedLoop one) {
        ours.add(reservations);
        manyClients.add(many);
        oneClient.add(one);
        timesMany.add(reservations.perSecond() / many.perSecond());
        timesOne.add(reservations.perSecond() / one.perSecond());
    }

    void exhaustedByOne(Exhaustion exhaustion) {
        alone.add(exhaustion);
    }

    void exhaustedWithKill(Exhaustion exhaustion) {
        killed.add(exhaustion);
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("reservations64CallersSevenScopes", ours.figures());
        figures.put("timesBareUpdate64Clients", Spread.of(timesMany));
        figures.put("timesBareUpdate1Client", Spread.of(timesOne));
        figures.put("usedUpByOneProcess", alone);
        figures.put("usedUpByTwoOneKilled", killed);
        Map<String, Object> floor = new LinkedHashMap<>();
        floor.put("bareUpdate64Clients", manyClients.figures());
        floor.put("bareUpdate1Client", oneClient.figures());
        return new Report("budget", figures, floor, Map.of(), bars(), environment);
    }

    private List<Bar> bars() {
        List<Exhaustion> all = Stream.concat(alone.stream(), killed.stream()).toList();
        return List.of(
                Bar.atLeast(
                        "budget-times-bare-update-64-clients-at-least",
                        10,
                        Spread.of(timesMany).median()),
                Bar.atLeast(
                        "budget-times-bare-update-1-client-at-least",
                        5,
                        Spread.of(timesOne).median()),
                Bar.atMost(
                        "budget-p99-millis-at-most",
                        10,
                        ours.latencies.summary().p99Millis()),
                Bar.atMost(
                        "budget-overshoot-micros-at-most",
                        0,
                        all.stream().mapToLong(Exhaustion::overshootMicros).sum()),
                Bar.atMost(
                        "budget-inexact-exhaustions-at-most",
                        0,
                        all.stream().filter(one -> !one.isExact()).count()));
    }
}
