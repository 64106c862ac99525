package dev.wakeful.service.outbox;

import dev.wakeful.service.lock.LockSession;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Carries committed events to Kafka, in order per key, at least once. One relay per schema is active: the holder of a session-level
 * advisory lock, which the database frees the moment a killed process's connection ends. Woken by each commit in this process; looks by
 * itself every second for rows of other processes. A broker outage of any length delays and never loses.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration STANDBY = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final ProducerFactory<String, byte[]> producers;
    private final RelayBell bell;
    private final String service;
    private volatile @Nullable Thread thread;
    private boolean troubled;

    public OutboxRelay(
            DataSource dataSource, ProducerFactory<String, byte[]> producers, RelayBell bell, String service) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.bell = bell;
        this.service = service;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("outbox-relay-" + service).daemon().start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                relayUntilTrouble();
                bell.await(STANDBY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when another relay is active, or when the database or the broker fails; the caller tries again. */
    private void relayUntilTrouble() throws InterruptedException {
        try (LockSession session = LockSession.open(dataSource)) {
            if (session.tryLock("outbox relay", 0)) {
                relay(new OutboxBatch(session.connection(), producers.createProducer()));
            }
        } catch (SQLException | RuntimeException e) {
            report(e);
        }
    }

    private void relay(OutboxBatch batch) throws SQLException, InterruptedException {
        while (true) {
            while (batch.send() > 0) {
                recovered();
            }
            bell.await(SWEEP);
        }
    }

    private void report(Exception trouble) {
        if (!troubled && !Thread.currentThread().isInterrupted()) {
            LOG.warn("Outbox of {} waits, nothing is lost: {}", service, trouble.getMessage());
            troubled = true;
        }
    }

    private void recovered() {
        if (troubled) {
            LOG.info("Outbox of {} flows again", service);
            troubled = false;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the listeners, so that what they say is carried; stopped after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
