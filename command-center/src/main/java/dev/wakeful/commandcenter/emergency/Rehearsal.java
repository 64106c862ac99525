package dev.wakeful.commandcenter.emergency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down a stop once at the start and takes it back in the same transaction, so that nobody ever hears of it and the first one that
 * matters is as quick as all others (STOP-4).
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final EmergencyStop stop;
    private final TransactionTemplate transaction;

    Rehearsal(EmergencyStop stop, PlatformTransactionManager transactions) {
        this.stop = stop;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void rehearse() {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                stop.stop("rehearsal", "Nobody hears of this");
            });
        } catch (RuntimeException e) {
            LOG.debug("The stop was not rehearsed", e);
        }
    }
}
