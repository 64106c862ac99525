package dev.wakeful.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Arrivals that do not wait for the system: each send starts at its intended time on a thread of its own, however slow the one before it
 * was. Latency is counted from the intended time, so no omission is coordinated.
 */
public final class OpenLoop {

    private final long[] offsetsNanos;

    private OpenLoop(long[] offsetsNanos) {
        this.offsetsNanos = offsetsNanos;
    }

    /** Long, random gaps: everything between has gone to sleep. The first arrival comes after a gap, too. */
    public static OpenLoop idle(int events, Duration least, Duration most, RandomGenerator random) {
        long[] offsets = LongStream.generate(() -> random.nextLong(least.toNanos(), most.toNanos() + 1))
                .limit(events)
                .toArray();
        for (int n = 1; n < events; n++) {
            offsets[n] += offsets[n - 1];
        }
        return new OpenLoop(offsets);
    }

    /** A steady rate. */
    public static OpenLoop steady(int events, int perSecond) {
        long gap = Duration.ofSeconds(1).toNanos() / perSecond;
        return new OpenLoop(LongStream.range(0, events).map(n -> n * gap).toArray());
    }

    public int events() {
        return offsetsNanos.length;
    }

    /** Sends all and returns when the last send has returned. */
    public void run(Send send) {
        long began = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < offsetsNanos.length; n++) {
                int number = n;
                long intended = began + offsetsNanos[n];
                sleepUntil(intended);
                senders.submit(() -> {
                    send.send(number, intended);
                    return null;
                });
            }
        }
    }

    private static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What happens at each arrival. */
    public interface Send {
        void send(int number, long intendedNanos) throws Exception;
    }
}
