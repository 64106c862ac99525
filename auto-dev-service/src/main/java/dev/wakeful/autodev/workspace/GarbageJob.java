package dev.wakeful.autodev.workspace;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Collects garbage at the start, and every five minutes; of several copies of this service, one does. */
@Configuration(proxyBeanMethods = false)
class GarbageJob {

    private static final Logger LOG = LoggerFactory.getLogger(GarbageJob.class);

    private final GarbageCollection garbage;

    GarbageJob(GarbageCollection garbage) {
        this.garbage = garbage;
    }

    @Bean
    RecurringTask<Void> collectGarbage() {
        return Tasks.recurring("collect-garbage", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> garbage.collect());
    }

    /** Recovery never holds up the start (STATE-3). */
    @EventListener
    void collectAtStart(ApplicationReadyEvent ready) {
        Thread.ofVirtual().name("workspace-removal").start(() -> {
            try {
                garbage.collect();
            } catch (DataAccessException | CannotCreateTransactionException e) {
                LOG.warn("What an earlier process left is removed later: {}", e.getMessage());
            }
        });
    }
}
