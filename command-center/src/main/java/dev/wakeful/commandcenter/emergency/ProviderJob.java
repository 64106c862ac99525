package dev.wakeful.commandcenter.emergency;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable timer of a lost provider: looks whether it is still lost. */
@Configuration(proxyBeanMethods = false)
class ProviderJob {

    /** Which provider was lost. */
    record Data(String provider) {}

    static final TaskDescriptor<Data> DESCRIPTOR = TaskDescriptor.of("provider-lost", Data.class);

    @Bean
    Task<Data> providerLostTask(
            ProviderReach reach,
            Rules rules,
            EmergencyStop emergency,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.oneTime(DESCRIPTOR)
                .execute((job, context) -> transaction.executeWithoutResult(status -> reach.lostSince(
                                job.getData().provider())
                        .flatMap(since -> rules.trip(
                                new Observation.ProviderAway(job.getData().provider(), since, clock.instant())))
                        .ifPresent(emergency::trip)));
    }
}
