package dev.wakeful.health.presence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls the roll every 15 seconds; of several copies of this service, one does. */
@Configuration(proxyBeanMethods = false)
class RollCallJob {

    @Bean
    RecurringTask<Void> callTheRoll(RollCall rollCall) {
        return Tasks.recurring("call-the-roll", FixedDelay.ofSeconds(15))
                .execute((instance, context) -> rollCall.call());
    }
}
