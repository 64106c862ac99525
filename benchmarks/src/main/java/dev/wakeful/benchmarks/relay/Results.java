package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all rounds have seen, by route and pace ({@code idle}, {@code busy}). */
final class Results {

    private final Map<String, Flights.Seen> totals = new HashMap<>();
    private final Map<String, List<Double>> medians = new HashMap<>();
    private final Map<String, List<Sustained>> sustained = new HashMap<>();

    void add(String pace, String route, Flights.Seen seen) {
        String key = pace + " " + route;
        totals.computeIfAbsent(key, none -> Flights.Seen.nothing()).addAll(seen);
        medians.computeIfAbsent(key, none -> new ArrayList<>())
                .add(seen.listenerEntered().medianMillis());
    }

    void add(String route, Sustained one) {
        sustained.computeIfAbsent(route, none -> new ArrayList<>()).add(one);
    }

    Latencies.Summary listenerEntered(String pace, String route) {
        return total(pace, route).listenerEntered().summary();
    }

    /** Ours: every stamp there is. */
    Map<String, Object> inDetail(String pace, String route) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("listenerEntered", listenerEntered(pace, route));
        detail.put("handlerEntered", total(pace, route).handlerEntered().summary());
        detail.put("fromIntendedSend", total(pace, route).fromIntended().summary());
        return detail;
    }

    /** The median of a route over the median of another, round by round. */
    Spread ratio(String pace, String route, String to) {
        List<Double> above = medians.getOrDefault(pace + " " + route, List.of());
        List<Double> below = medians.getOrDefault(pace + " " + to, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < above.size(); round++) {
            ratios.add(above.get(round) / below.get(round));
        }
        return Spread.of(ratios);
    }

    Map<String, Object> sustained(String route) {
        List<Sustained> all = sustained.getOrDefault(route, List.of());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "eventsPerSecond",
                Spread.of(all.stream().map(Sustained::perSecond).toList()));
        result.put("p50Millis", Spread.of(all.stream().map(Sustained::p50Millis).toList()));
        result.put("p99Millis", Spread.of(all.stream().map(Sustained::p99Millis).toList()));
        return result;
    }

    double medianPerSecond(String route) {
        return Spread.of(sustained.getOrDefault(route, List.of()).stream()
                        .map(Sustained::perSecond)
                        .toList())
                .median();
    }

    private Flights.Seen total(String pace, String route) {
        return totals.getOrDefault(pace + " " + route, Flights.Seen.nothing());
    }
}
