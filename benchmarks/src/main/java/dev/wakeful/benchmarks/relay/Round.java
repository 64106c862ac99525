package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.measure.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** One turn of some routes at one pace. */
final class Round {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Round() {}

    /** All routes in the same stretch of time, each with arrivals of its own. */
    static Map<String, Flights.Seen> together(List<Route> routes, Supplier<OpenLoop> arrivals) throws Exception {
        Map<String, Flights.Seen> seen = new HashMap<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Map<Route, Future<Flights.Seen>> running = new HashMap<>();
            routes.forEach(route -> running.put(route, threads.submit(() -> alone(route, arrivals.get()))));
            for (Map.Entry<Route, Future<Flights.Seen>> one : running.entrySet()) {
                seen.put(one.getKey().name(), one.getValue().get());
            }
        }
        return seen;
    }

    static Flights.Seen alone(Route route, OpenLoop arrivals) {
        Flights flights = route.flights();
        flights.forget();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < arrivals.events(); n++) {
            ids.add("bench_" + UUID.randomUUID().toString().replace("-", ""));
        }
        arrivals.run((number, intended) -> {
            flights.announce(ids.get(number), intended);
            route.commit(List.of(ids.get(number)));
        });
        flights.awaitAll(PATIENCE);
        Flights.Seen seen = flights.seen();
        flights.forget();
        return seen;
    }
}
