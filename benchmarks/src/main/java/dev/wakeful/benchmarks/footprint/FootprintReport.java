package dev.wakeful.benchmarks.footprint;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Spread;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts the footprint beside its floors and its bars. */
final class FootprintReport {

    static final String PLAIN = "withoutAotCache";
    static final String CACHED = "withAotCache";
    private static final double MOST_READY_MILLIS = 10_000;
    private static final double MOST_READY_MILLIS_CACHED = 6_000;
    private static final double MOST_RESIDENT_MIB = 700;
    private static final double MOST_IDLE_PERCENT = 2;

    private final Map<String, Object> environment;
    private final Map<String, List<Start>> starts = new LinkedHashMap<>();
    private final Map<String, List<Floors.Start>> floors = new LinkedHashMap<>();
    private double trainingSeconds;
    private double firstStartMillis;

    FootprintReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void training(double seconds) {
        trainingSeconds = seconds;
    }

    void firstStart(double millis) {
        firstStartMillis = millis;
    }

    void floor(String name, Floors.Start start) {
        floors.computeIfAbsent(name, none -> new ArrayList<>()).add(start);
    }

    void add(String variant, Start start) {
        starts.computeIfAbsent(variant, none -> new ArrayList<>()).add(start);
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("firstStartOnEmptyDirectoryMillis", Math.round(firstStartMillis));
        figures.put("aotTrainingSeconds", Math.round(trainingSeconds));
        for (String variant : List.of(PLAIN, CACHED)) {
            figures.put(variant, figures(variant));
        }
        Map<String, Object> floor = new LinkedHashMap<>();
        floors.forEach((name, all) -> {
            floor.put(
                    name + "Millis",
                    Spread.of(all.stream().map(Floors.Start::millis).toList()));
            floor.put(
                    name + "ResidentMiB",
                    Spread.of(all.stream().map(Floors.Start::residentMiB).toList()));
        });
        floor.remove("javaVersionResidentMiB");
        return new Report("footprint", figures, floor, Map.of(), bars(), environment);
    }

    private Map<String, Object> figures(String variant) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("readyMillis", spread(variant, Start::readyMillis));
        figures.put("firstWebhookHandledMillis", spread(variant, Start::firstWebhookMillis));
        figures.put("residentMiB", spread(variant, Start::residentMiB));
        figures.put("idlePercentOfACore", idle(variant));
        figures.put("databaseIdlePercentOfACore", databaseIdle(variant));
        figures.put("readyTimesEmptyContext", timesEmptyContext(variant));
        return figures;
    }

    private Spread spread(String variant, Function<Start, Double> value) {
        return Spread.of(of(variant).stream().map(value).toList());
    }

    private List<Start> of(String variant) {
        return starts.getOrDefault(variant, List.of());
    }

    private Spread idle(String variant) {
        return Spread.of(of(variant).stream()
                .flatMap(start -> start.idlePercent().stream().boxed())
                .toList());
    }

    private Spread databaseIdle(String variant) {
        return Spread.of(of(variant).stream()
                .flatMap(start -> start.databaseIdlePercent().stream().boxed())
                .toList());
    }

    private Spread timesEmptyContext(String variant) {
        List<Floors.Start> empty = floors.getOrDefault("emptySpringBootContext", List.of());
        return Spread.of(IntStream.range(0, of(variant).size())
                .mapToObj(round ->
                        of(variant).get(round).readyMillis() / empty.get(round).millis())
                .toList());
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost(
                        "footprint-ready-millis-at-most",
                        MOST_READY_MILLIS,
                        spread(PLAIN, Start::readyMillis).median()),
                Bar.atMost("footprint-first-start-millis-at-most", MOST_READY_MILLIS, firstStartMillis),
                Bar.atMost(
                        "footprint-ready-with-aot-cache-millis-at-most",
                        MOST_READY_MILLIS_CACHED,
                        spread(CACHED, Start::readyMillis).median()),
                Bar.atMost(
                        "footprint-resident-mib-at-most",
                        MOST_RESIDENT_MIB,
                        spread(PLAIN, Start::residentMiB).max()),
                Bar.atMost(
                        "footprint-idle-percent-at-most",
                        MOST_IDLE_PERCENT,
                        idle(PLAIN).median()));
    }
}
