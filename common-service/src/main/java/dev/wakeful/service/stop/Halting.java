package dev.wakeful.service.stop;

import dev.wakeful.events.HealthEvent;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells every listener of this instance of a stop, all at the same time, and says {@link HealthEvent.Quieted} when the last of them is
 * done; as soon as the database answers.
 */
final class Halting {

    private static final Logger LOG = LoggerFactory.getLogger(Halting.class);
    private static final Duration UNTIL_DATABASE = Duration.ofMillis(500);

    /** How long an instance that had nothing to end keeps silent: the processor belongs to those that have, maybe on the same machine. */
    private static final Duration AFTER_OTHERS = Duration.ofMillis(300);

    private final List<StopListener> listeners;
    private final Instance instance;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ExecutorService threads;
    private volatile boolean closed;

    Halting(
            List<StopListener> listeners,
            Instance instance,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        this.listeners = List.copyOf(listeners);
        this.instance = instance;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.threads = waitingThreads(listeners.size() + 1);
    }

    /** They wait for a stop from the start: one that waits gets the processor sooner than one that has yet to be made. */
    private static ExecutorService waitingThreads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                Integer.MAX_VALUE,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("halt-", 0).daemon().factory());
        threads.prestartAllCoreThreads();
        return threads;
    }

    List<StopListener> listeners() {
        return listeners;
    }

    /** Returns at once. */
    void begin(Stop stop) {
        Instant toldAt = clock.instant();
        LOG.warn("{} stops: epoch {} by {}: {}", instance.name(), stop.epoch(), stop.by(), stop.reason());
        List<CompletableFuture<Halted>> halting = listeners.stream()
                .map(listener -> CompletableFuture.supplyAsync(() -> tell(listener, stop), threads))
                .toList();
        threads.execute(() -> {
            Halted all = halting.stream().map(CompletableFuture::join).reduce(Halted.NOTHING, Halted::and);
            sayQuiet(stop, toldAt, all);
        });
    }

    private static Halted tell(StopListener listener, Stop stop) {
        try {
            return listener.stopped(stop.epoch());
        } catch (RuntimeException e) {
            LOG.error("{} did not end what it runs; see to its processes by hand", listener.getClass(), e);
            return Halted.NOTHING;
        }
    }

    private void sayQuiet(Stop stop, Instant toldAt, Halted all) {
        HealthEvent.Quieted quieted = new HealthEvent.Quieted(
                instance.service(),
                instance.name(),
                stop.epoch(),
                toldAt,
                clock.instant(),
                all.processes(),
                all.lastEffectAt());
        LOG.warn("{} is quiet, {} processes were ended", instance.name(), all.processes());
        if (all.processes() == 0) {
            pause(AFTER_OTHERS);
        }
        while (!closed) {
            try {
                transactions.executeWithoutResult(status -> outbox.append(quieted));
                return;
            } catch (RuntimeException e) {
                LOG.debug("{} cannot say yet that it is quiet", instance.name(), e);
                pause(UNTIL_DATABASE);
            }
        }
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    void close() {
        closed = true;
        threads.shutdownNow();
    }
}
