package dev.wakeful.planner.mode;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the mode anew: at the start, when a job is due, and right after what may begin or end a crisis. The last happens beside the
 * reaction path, after its commit; should this process end in between, the next heartbeat looks.
 */
@Component
public class ModeReview {

    private static final Logger LOG = LoggerFactory.getLogger(ModeReview.class);
    private final Modes modes;
    private final TransactionTemplate transaction;
    private final AtomicBoolean soon = new AtomicBoolean();

    ModeReview(Modes modes, PlatformTransactionManager transactions) {
        this.modes = modes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        now();
    }

    /** In a transaction of its own. */
    public void now() {
        transaction.executeWithoutResult(status -> modes.review());
    }

    /** As soon as the transaction at hand has committed, on another thread. */
    public void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (soon.compareAndSet(false, true)) {
                    Thread.ofVirtual().name("mode-review").start(ModeReview.this::inTheBackground);
                }
            }
        });
    }

    /** The flag falls before the look begins, so what commits during the look is looked at again. */
    private void inTheBackground() {
        soon.set(false);
        try {
            now();
        } catch (RuntimeException e) {
            LOG.warn("The mode could not be looked at, the next heartbeat does: {}", e.getMessage());
        }
    }
}
