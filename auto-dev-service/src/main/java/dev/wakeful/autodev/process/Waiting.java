package dev.wakeful.autodev.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a process while its vigil is kept. */
public final class Waiting {

    private static final Duration TICK = Duration.ofSeconds(2);

    private Waiting() {}

    /**
     * @return whether it ended by itself within the limit
     * @throws Interrupted when this instance is told to stop
     */
    public static boolean untilEnd(Process process, Duration limit, Vigil vigil) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                long left = end - System.nanoTime();
                if (process.waitFor(Math.clamp(left, 0, TICK.toNanos()), TimeUnit.NANOSECONDS)) {
                    return true;
                }
                if (left <= TICK.toNanos()) {
                    return false;
                }
                vigil.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
