package dev.wakeful.benchmarks.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * As much as a route carries: committers that write as fast as they may while no more than a window of events is under way, so that the
 * lag stays bounded and what is counted is carried, not only written.
 *
 * @param perSecond events that arrived within the measured time, per second
 * @param p99Millis commit → listener entered, with the queue the window allows
 */
record Sustained(double perSecond, double p50Millis, double p99Millis) {

    private static final int COMMITTERS = 4;
    private static final int PER_TRANSACTION = 20;
    private static final int WINDOW = 2_000;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    static Sustained measure(Route route, Duration duration) throws Exception {
        Flights flights = route.flights();
        flights.forget();
        long began = System.nanoTime();
        long ends = began + duration.toNanos();
        try (ExecutorService committers = Executors.newFixedThreadPool(COMMITTERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < COMMITTERS; n++) {
                running.add(committers.submit(() -> commitUntil(ends, route)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        double perSecond = flights.landed() * 1e9 / (System.nanoTime() - began);
        flights.awaitAll(DRAIN);
        var seen = flights.seen().listenerEntered().summary();
        flights.forget();
        return new Sustained(perSecond, seen.p50Millis(), seen.p99Millis());
    }

    private static void commitUntil(long ends, Route route) {
        while (System.nanoTime() < ends) {
            if (route.flights().inTheAir() > WINDOW) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                continue;
            }
            List<String> ids = new ArrayList<>(PER_TRANSACTION);
            for (int n = 0; n < PER_TRANSACTION; n++) {
                String id = "bench_" + UUID.randomUUID().toString().replace("-", "");
                route.flights().announce(id, System.nanoTime());
                ids.add(id);
            }
            route.commit(ids);
        }
    }
}
