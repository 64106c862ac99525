package dev.wakeful.service.instance;

import dev.wakeful.service.outbox.Outbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says at a steady pace that this instance lives, through its own outbox: a beat that arrives proves that it can commit and reach the
 * broker (HEAL-1). Before each beat it makes sure that its name is still its own. Not a durable job, since another instance must never
 * beat for this one.
 */
public final class Heartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LifeSign sign;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Duration pace;
    private final Runnable end;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private boolean troubled;

    /** @param end ends this process's service, once another process has its name */
    public Heartbeat(LifeSign sign, Outbox outbox, TransactionOperations transactions, Duration pace, Runnable end) {
        this.sign = sign;
        this.outbox = outbox;
        this.transactions = transactions;
        this.pace = pace;
        this.end = end;
    }

    /** One sign of life. */
    void beat() throws SQLException {
        sign.instance().confirm();
        transactions.executeWithoutResult(status -> outbox.append(sign.beat()));
    }

    @Override
    public void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        stop = stopped;
        thread = Thread.ofVirtual().name("heartbeat-" + sign.instance().name()).start(() -> run(stopped));
    }

    private void run(CountDownLatch stopped) {
        try {
            do {
                beatIfPossible();
            } while (!stopped.await(pace.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InstanceTaken e) {
            LOG.error(e.getMessage());
            end.run();
        }
    }

    private void beatIfPossible() {
        try {
            beat();
            troubled = false;
        } catch (InstanceTaken e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            if (!troubled && isRunning()) {
                LOG.warn(
                        "{} could not beat, tries again in {}: {}",
                        sign.instance().name(),
                        pace,
                        e.getMessage());
                troubled = true;
            }
        }
    }

    /** A beat that is under way is not interrupted: that would break its database connection. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        stop.countDown();
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
