package dev.wakeful.service.checkpoint;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.outbox.Outbox;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes a checkpoint when a person asks for one, and at an emergency stop (STOP-3), and says so. It is written after the handler's own
 * transaction, so a process that dies meanwhile writes none; whoever waits for it sees that it is missing.
 */
public final class CheckpointListener implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointListener.class);

    private final Checkpoints checkpoints;
    private final Instance instance;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    CheckpointListener(
            Checkpoints checkpoints,
            Instance instance,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.instance = instance;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventHandler
    void on(ControlEvent.CheckpointRequested requested) {
        afterCommit(requested.checkpoint());
    }

    @EventHandler
    void on(ControlEvent.Stopped stopped) {
        afterCommit("stop-" + stopped.epoch());
    }

    private void afterCommit(String checkpoint) {
        Provenance provenance = Provenance.current(clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual()
                        .name("checkpoint-" + instance.name())
                        .start(() -> provenance.<@Nullable Void>call(() -> {
                            take(checkpoint);
                            return null;
                        }));
            }
        });
    }

    private void take(String checkpoint) {
        try {
            Checkpoints.Written written = checkpoints.take(checkpoint);
            transactions.executeWithoutResult(status -> outbox.append(new HealthEvent.Checkpointed(
                    instance.service(),
                    instance.name(),
                    checkpoint,
                    written.at(),
                    written.sha256(),
                    written.bytes(),
                    written.manifest().rows(),
                    written.file().isEmpty() ? null : written.file())));
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("The checkpoint {} of {} was not written: {}", checkpoint, instance.service(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
