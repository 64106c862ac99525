package dev.wakeful.benchmarks.budget;

import dev.wakeful.benchmarks.measure.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many callers, each of which asks again as soon as it has its answer. By Little's law their mean latency is callers / rate, which the
 * report shows beside the percentiles.
 */
record ClosedLoop(double perSecond, Latencies latencies) {

    /** One step of one caller. */
    interface Step {
        void take(int caller) throws Exception;
    }

    static ClosedLoop run(int callers, Duration duration, Step step) throws Exception {
        Latencies latencies = new Latencies();
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        List<Callable<List<Long>>> loops = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            int caller = n;
            loops.add(() -> loop(caller, end, step));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Long>> loop : threads.invokeAll(loops)) {
                loop.get().forEach(latencies::addNanos);
            }
        }
        return new ClosedLoop(latencies.count() * 1e9 / (System.nanoTime() - began), latencies);
    }

    private static List<Long> loop(int caller, long end, Step step) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            step.take(caller);
            long after = System.nanoTime();
            nanos.add(after - now);
            now = after;
        }
        return nanos;
    }
}
