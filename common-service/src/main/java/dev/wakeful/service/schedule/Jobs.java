package dev.wakeful.service.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules durable jobs in the transaction of the state change that wants them. A job that is due starts the moment that transaction
 * commits; after a crash it starts again at the next start.
 */
public final class Jobs {

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    public Jobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Runs the job once, as soon as the transaction has committed. While the job is planned or running, scheduling the same
     * id again changes nothing. */
    public <T> void runNow(TaskDescriptor<T> job, String id, T data) {
        runAt(job, id, data, clock.instant());
    }

    /** Runs the job once, not before the given time. While the job is planned or running, scheduling the same
     * id again changes nothing. */
    public <T> void runAt(TaskDescriptor<T> job, String id, T data, Instant when) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A job is scheduled inside the transaction that wants it: " + id);
        }
        scheduler.getObject().scheduleIfNotExists(job.instance(id).data(data).scheduledTo(when));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
