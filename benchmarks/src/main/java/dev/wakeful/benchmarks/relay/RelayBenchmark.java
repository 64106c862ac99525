package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.OpenLoop;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Commit → listener entered, idle, busy and sustained, and how soon another relay takes over after {@code kill -9}. Floor: produce →
 * consume on the same broker. Peers: the same outbox looked at every 100 ms, and Namastack Outbox.
 */
public final class RelayBenchmark implements Benchmark {

    private static final Duration SHORTEST_SLEEP = Duration.ofSeconds(2);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(6);
    private static final int BUSY_PER_SECOND = 50;

    @Override
    public Report measure(Setup setup) throws Exception {
        RelayReport report = new RelayReport(setup);
        try (Infrastructure infrastructure = Infrastructure.start();
                Routes routes = Routes.open(infrastructure)) {
            warmUp(routes);
            for (int round = 1; round <= setup.rounds(); round++) {
                Progress.say("round " + round + " of " + setup.rounds());
                idle(setup, routes, report.results());
                busy(setup, routes, report.results());
                sustained(setup, routes, report.results());
            }
            report.takeovers(new Takeover(setup, infrastructure).measure(setup.rounds()));
        }
        return report.make();
    }

    private static void warmUp(Routes routes) throws Exception {
        Progress.say("warming up");
        for (Route route : routes.all()) {
            Round.alone(route, OpenLoop.steady(300, 200));
        }
        Sustained.measure(routes.carried(), Duration.ofSeconds(5));
    }

    /** Ours beside the floor, then the peers beside each other, so that no polling disturbs what is compared with the floor. */
    private static void idle(Setup setup, Routes routes, Results results) throws Exception {
        int events = setup.events(20, 4);
        Round.together(routes.oursAndFloor(), () -> sleepy(events))
                .forEach((route, seen) -> results.add("idle", route, seen));
        routes.polling(() -> Round.together(routes.peers(), () -> sleepy(setup.events(8, 2)))
                .forEach((route, seen) -> results.add("idle", route, seen)));
    }

    private static OpenLoop sleepy(int events) {
        return OpenLoop.idle(events, SHORTEST_SLEEP, LONGEST_SLEEP, ThreadLocalRandom.current());
    }

    private static void busy(Setup setup, Routes routes, Results results) throws Exception {
        OpenLoop arrivals = OpenLoop.steady(setup.events(500, 150), BUSY_PER_SECOND);
        for (Route route : routes.oursAndFloor()) {
            results.add("busy", route.name(), Round.alone(route, arrivals));
        }
        routes.polling(() -> {
            for (Route route : routes.fastPeers()) {
                results.add("busy", route.name(), Round.alone(route, arrivals));
            }
        });
    }

    private static void sustained(Setup setup, Routes routes, Results results) throws Exception {
        Duration duration = Duration.ofSeconds(setup.events(10, 4));
        for (Route route : List.of(routes.carried(), routes.ours(), routes.namastackTuned())) {
            Sustained one = Sustained.measure(route, duration);
            Progress.say(route.name() + " carried " + Math.round(one.perSecond()) + " events/s");
            results.add(route.name(), one);
        }
    }
}
