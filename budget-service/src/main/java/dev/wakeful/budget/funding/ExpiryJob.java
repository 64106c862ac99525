package dev.wakeful.budget.funding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for overdue reservations every minute. */
@Configuration(proxyBeanMethods = false)
class ExpiryJob {

    @Bean
    RecurringTask<Void> expireReservations(Expiry expiry) {
        return Tasks.recurring("expire-reservations", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> expiry.expireOverdue());
    }
}
