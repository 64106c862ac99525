package dev.wakeful.service.checkpoint;

import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.lease.Leases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The checkpoints that nobody asks for: at the same moments for all services, counted from midnight UTC, one replica of each service
 * (STATE-2). A round in which nothing has changed costs one question to the database. Not a durable job: a round that was missed is not
 * caught up, the next one says the same and more.
 */
public final class CheckpointRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);
    /** Written in the course of nature: what was heard without any other change has no meaning of its own. */
    private static final List<String> PASSING =
            List.of("outbox", "inbox", "lease", "scheduled_tasks", "checkpoint", "flyway_schema_history");

    private final Checkpoints checkpoints;
    private final CheckpointProperties properties;
    private final DataSource dataSource;
    private final Leases leases;
    private final Instance instance;
    private final Clock clock;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private OptionalLong changesThen = OptionalLong.empty();
    private Instant writtenAt = Instant.EPOCH;
    private boolean troubled;

    CheckpointRounds(
            Checkpoints checkpoints,
            CheckpointProperties properties,
            DataSource dataSource,
            Leases leases,
            Instance instance,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.properties = properties;
        this.dataSource = dataSource;
        this.leases = leases;
        this.instance = instance;
        this.clock = clock;
    }

    /** One round: true when a checkpoint was written. */
    boolean round() throws SQLException, IOException, InterruptedException {
        long changes = changes();
        boolean due = !clock.instant().isBefore(writtenAt.plus(properties.atLeastEvery()));
        boolean changed = changesThen.isEmpty() || changesThen.getAsLong() != changes;
        if (!(due || changed) || !isMine()) {
            return false;
        }
        Checkpoints.Written written = checkpoints.take("scheduled-" + clock.instant());
        changesThen = OptionalLong.of(changes);
        writtenAt = written.at();
        return true;
    }

    private long changes() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Layout.changes(
                    connection,
                    Stream.concat(PASSING.stream(), properties.passingTables().stream())
                            .toList());
        }
    }

    /** One replica writes; it stays the same one for as long as it lives. */
    private boolean isMine() {
        Duration term = properties.every().plus(properties.every().dividedBy(2));
        return leases.take("checkpoint", instance.name(), term).isPresent();
    }

    @Override
    public void start() {
        CountDownLatch stopped = new CountDownLatch(1);
        stop = stopped;
        thread = Thread.ofVirtual().name("checkpoints-" + instance.name()).start(() -> run(stopped));
    }

    private void run(CountDownLatch stopped) {
        try {
            while (!stopped.await(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                roundIfPossible();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNext() {
        long pace = properties.every().toMillis();
        return Duration.ofMillis(pace - Math.floorMod(clock.millis(), pace));
    }

    private void roundIfPossible() throws InterruptedException {
        try {
            round();
            troubled = false;
        } catch (SQLException | IOException | RuntimeException e) {
            if (!troubled && isRunning()) {
                LOG.warn(
                        "No checkpoint of {}, tries again in {}: {}",
                        instance.service(),
                        properties.every(),
                        e.toString());
                troubled = true;
            }
        }
    }

    @Override
    public void stop() {
        thread = null;
        stop.countDown();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
