package dev.wakeful.commandcenter.stream;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes everybody who waits for something new. Carries no news itself: the woken look into the table, each at their own pace, so nobody
 * slow is waited for and nothing is buffered.
 */
@Component
public class Bell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long strokes;

    /** How often it rang so far; to be read before looking, and given to {@link #await}. */
    public long strokes() {
        lock.lock();
        try {
            return strokes;
        } finally {
            lock.unlock();
        }
    }

    public void ring() {
        lock.lock();
        try {
            strokes++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Rings when the running transaction has committed, and not at all when it rolls back. */
    public void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Waits for a stroke after those already heard, at most the given time. */
    public void await(long heard, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (strokes == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
