package dev.wakeful.service.effect;

import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.StopListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last step before the wire. What is under way when a stop comes is interrupted, so an act must end what it started when its thread is
 * interrupted.
 */
public final class ActsUnderWay implements StopListener {

    private static final Duration CURRENT_WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SafeMode safeMode;
    private final Clock clock;
    private final Set<Act> acts = ConcurrentHashMap.newKeySet();

    public ActsUnderWay(SafeMode safeMode, Clock clock) {
        this.safeMode = safeMode;
        this.clock = clock;
    }

    String act(String key, long epoch, Supplier<String> does) {
        if (!safeMode.awaitCurrent(CURRENT_WITHIN)) {
            throw new StopUnknown(key, CURRENT_WITHIN);
        }
        Act act = new Act(Thread.currentThread());
        acts.add(act);
        try {
            // asked after it is listed: a stop either is seen here or sees it there
            if (safeMode.isStopped() || epoch < safeMode.epoch()) {
                throw new EffectFenced(key, epoch, safeMode.epoch());
            }
            String result = does.get();
            act.leftAt = clock.instant();
            return result;
        } catch (RuntimeException e) {
            throw act.end() ? new EffectFenced(key, e) : e;
        } finally {
            act.end();
            acts.remove(act);
        }
    }

    /** Breaks off what is under way, and waits until it has ended. */
    @Override
    public Halted stopped(long epoch) {
        return acts.stream().map(this::broken).reduce(Halted.NOTHING, Halted::and);
    }

    private Halted broken(Act act) {
        act.breakOff();
        return new Halted(0, act.awaitEnd(PATIENCE) ? act.leftAt : clock.instant());
    }

    private static final class Act {

        private final Thread thread;
        private volatile @Nullable Instant leftAt;
        private boolean broken;
        private boolean ended;

        Act(Thread thread) {
            this.thread = thread;
        }

        synchronized void breakOff() {
            if (!ended) {
                broken = true;
                thread.interrupt();
            }
        }

        /** Whether it was broken off; the interrupt ends with the act. */
        synchronized boolean end() {
            if (!ended) {
                ended = true;
                notifyAll();
                if (broken) {
                    Thread.interrupted();
                }
            }
            return broken;
        }

        synchronized boolean awaitEnd(Duration atMost) {
            long end = System.nanoTime() + atMost.toNanos();
            try {
                for (long left = atMost.toMillis(); !ended && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ended;
        }
    }
}
