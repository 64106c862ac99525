package dev.wakeful.benchmarks.relay;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Stamps, in the listener's own thread, the moment before the inbox's transaction begins: the listener was entered. */
final class EntryStamp implements TransactionExecutionListener {

    private final ThreadLocal<Long> stamp = ThreadLocal.withInitial(System::nanoTime);

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        stamp.set(System.nanoTime());
    }

    long ofThisThread() {
        return stamp.get();
    }
}
