package dev.wakeful.benchmarks.reaction;

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
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Puts the reaction beside the sum of its floors and its bars. */
final class ReactionReport {

    private static final double MOST_TIMES_FLOORS = 2.5;
    private static final double MOST_P99_MILLIS = 100;

    private final Map<String, Object> environment;
    private final Map<String, List<Floors>> floors = new LinkedHashMap<>();
    private final Map<String, Object> peer = new LinkedHashMap<>();
    private List<Reaction> reactions = List.of();
    private int webhooks;

    ReactionReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    /** One round's floors. */
    void floors(String pace, Floors seen) {
        floors.computeIfAbsent(pace, none -> new ArrayList<>()).add(seen);
    }

    void peers(Map<String, Object> seen) {
        peer.putAll(seen);
    }

    void reactions(List<Reaction> seen, int sent) {
        reactions = List.copyOf(seen);
        webhooks = sent;
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (String pace : List.of(ReactionBenchmark.IDLE, ReactionBenchmark.BUSY)) {
            figures.put(pace, figures(pace));
        }
        figures.put("webhooks", webhooks);
        figures.put("webhooksWithoutProcess", webhooks - reactions.size());
        Map<String, Object> floor = new LinkedHashMap<>();
        floors.forEach((pace, rounds) -> floor.put(pace, total(rounds).summary()));
        return new Report("reaction", figures, floor, peer, bars(), environment);
    }

    private Map<String, Object> figures(String pace) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "webhookToProcess", latencies(at(pace), Reaction::totalMicros).summary());
        figures.put(
                "acceptedToProcess",
                latencies(at(pace), Reaction::afterAcceptedMicros).summary());
        figures.put("p50TimesFloors", timesFloors(pace));
        figures.put("stepMedianMillis", steps(at(pace)));
        return figures;
    }

    private List<Reaction> at(String pace) {
        return reactions.stream().filter(one -> one.sent().pace().equals(pace)).toList();
    }

    private static Latencies latencies(List<Reaction> reactions, ToLongFunction<Reaction> micros) {
        Latencies latencies = new Latencies();
        reactions.forEach(one -> latencies.addNanos(TimeUnit.MICROSECONDS.toNanos(micros.applyAsLong(one))));
        return latencies;
    }

    /** Round by round: our median over the sum of the floors' medians. */
    private Spread timesFloors(String pace) {
        List<Double> ratios = new ArrayList<>();
        List<Floors> rounds = floors.getOrDefault(pace, List.of());
        for (int round = 1; round <= rounds.size(); round++) {
            int wanted = round;
            List<Reaction> ours = at(pace).stream()
                    .filter(one -> one.sent().round() == wanted)
                    .toList();
            if (!ours.isEmpty()) {
                ratios.add(latencies(ours, Reaction::totalMicros).medianMillis()
                        / rounds.get(round - 1).sumOfMediansMillis());
            }
        }
        return Spread.of(ratios);
    }

    private static Map<String, Object> steps(List<Reaction> reactions) {
        Map<String, Latencies> steps = new LinkedHashMap<>();
        reactions.forEach(one -> one.stepMicros()
                .forEach((step, micros) -> steps.computeIfAbsent(step, none -> new Latencies())
                        .addNanos(TimeUnit.MICROSECONDS.toNanos(micros))));
        Map<String, Object> medians = new LinkedHashMap<>();
        steps.forEach((step, latencies) -> medians.put(step, latencies.medianMillis()));
        return medians;
    }

    private static Floors total(List<Floors> rounds) {
        Floors total = new Floors();
        rounds.forEach(total::addAll);
        return total;
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost(
                        "reaction-idle-p50-times-floors-at-most",
                        MOST_TIMES_FLOORS,
                        timesFloors(ReactionBenchmark.IDLE).median()),
                Bar.atMost(
                        "reaction-idle-p99-millis-at-most",
                        MOST_P99_MILLIS,
                        latencies(at(ReactionBenchmark.IDLE), Reaction::totalMicros)
                                .summary()
                                .p99Millis()));
    }
}
