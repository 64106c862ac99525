package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Spread;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the relay's figures beside its floor, its peers and its bars. */
final class RelayReport {

    private static final double MOST_TIMES_RAW_KAFKA = 3;
    private static final double MOST_P99_MILLIS = 10;
    private static final double LEAST_EVENTS_PER_SECOND = 5_000;
    private static final double MOST_TAKEOVER_MILLIS = 2_000;

    private final Map<String, Object> environment;
    private final Results results = new Results();
    private List<Double> takeovers = List.of();

    RelayReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    Results results() {
        return results;
    }

    void takeovers(List<Double> millis) {
        takeovers = List.copyOf(millis);
    }

    Report make() {
        return new Report("relay", figures(), floor(), peer(), bars(), environment);
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("idle", results.inDetail("idle", Routes.OURS));
        figures.put("busy50PerSecond", results.inDetail("busy", Routes.OURS));
        figures.put("idleP50TimesRawKafka", results.ratio("idle", Routes.OURS, Routes.RAW_KAFKA));
        figures.put("busyP50TimesRawKafka", results.ratio("busy", Routes.OURS, Routes.RAW_KAFKA));
        figures.put("sustainedListenerEntered", results.sustained(Routes.CARRIED));
        figures.put("sustainedThroughInboxAndHandler", results.sustained(Routes.OURS));
        figures.put("takeoverAfterKillMillis", Spread.of(takeovers));
        return figures;
    }

    private Map<String, Object> floor() {
        return Map.of("rawKafka", paces(Routes.RAW_KAFKA, "idle", "busy"));
    }

    private Map<String, Object> peer() {
        Map<String, Object> peer = new LinkedHashMap<>();
        peer.put(Routes.POLL, paces(Routes.POLL, "idle", "busy"));
        peer.put(Routes.NAMASTACK, paces(Routes.NAMASTACK, "idle"));
        Map<String, Object> tuned = paces(Routes.NAMASTACK_TUNED, "idle", "busy");
        tuned.put("sustained", results.sustained(Routes.NAMASTACK_TUNED));
        peer.put(Routes.NAMASTACK_TUNED, tuned);
        return peer;
    }

    private Map<String, Object> paces(String route, String... paces) {
        Map<String, Object> summaries = new LinkedHashMap<>();
        for (String pace : paces) {
            summaries.put(pace, results.listenerEntered(pace, route));
        }
        return summaries;
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost(
                        "relay-idle-p50-times-raw-kafka-at-most",
                        MOST_TIMES_RAW_KAFKA,
                        results.ratio("idle", Routes.OURS, Routes.RAW_KAFKA).median()),
                Bar.atMost(
                        "relay-idle-p99-millis-at-most",
                        MOST_P99_MILLIS,
                        results.listenerEntered("idle", Routes.OURS).p99Millis()),
                Bar.atLeast(
                        "relay-sustained-per-second-at-least",
                        LEAST_EVENTS_PER_SECOND,
                        results.medianPerSecond(Routes.CARRIED)),
                Bar.atMost(
                        "relay-takeover-max-millis-at-most",
                        MOST_TAKEOVER_MILLIS,
                        Spread.of(takeovers).max()));
    }
}
