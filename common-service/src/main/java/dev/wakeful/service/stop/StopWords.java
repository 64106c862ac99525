package dev.wakeful.service.stop;

import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes the words of stop and resume. A stop closes safe mode in memory and ends what runs first, and is written down next; a resume is
 * written down first. Each may be taken any number of times.
 */
final class StopWords {

    private static final Logger LOG = LoggerFactory.getLogger(StopWords.class);

    private final SafeMode safeMode;
    private final Halting halting;
    private final StopRecord record;
    private final TransactionOperations transactions;
    private final Clock clock;

    StopWords(SafeMode safeMode, Halting halting, StopRecord record, TransactionOperations transactions, Clock clock) {
        this.safeMode = safeMode;
        this.halting = halting;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What an earlier process left behind is ended when this one starts while stopped. */
    void haltIfStopped() {
        safeMode.stop().ifPresent(halting::begin);
    }

    void take(Stopped word) {
        stop(state -> state.after(word));
    }

    /** @throws RuntimeException while the database is away; what runs is ended all the same */
    void fileSeen(String reason) {
        Instant seen = clock.instant();
        stop(state -> state.afterFile(seen, reason));
    }

    private void stop(UnaryOperator<StopState> change) {
        safeMode.change(change).ifPresent(halting::begin);
        transactions.executeWithoutResult(status -> {
            StopState before = record.lock();
            StopState after = change.apply(before);
            if (!after.equals(before)) {
                record.write(after);
            }
        });
    }

    void take(Resumed word) {
        transactions.executeWithoutResult(status -> {
            StopState before = record.lock();
            StopState after = before.after(word);
            if (!after.equals(before)) {
                record.write(after);
            }
            TransactionSynchronizationManager.registerSynchronization(new Opening(() -> open(word)));
            if (before.stop() != null && after.stop() == null) {
                halting.listeners().forEach(listener -> listener.resumed(word.epoch()));
            }
        });
    }

    private void open(Resumed word) {
        boolean wasStopped = safeMode.isStopped();
        safeMode.change(state -> state.after(word));
        if (wasStopped && !safeMode.isStopped()) {
            LOG.warn("{} ended the stop of epoch {}: {}", word.by(), word.epoch(), word.reason());
        }
    }

    /** Opens before the commit wakes anything else. */
    private record Opening(Runnable open) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            open.run();
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
