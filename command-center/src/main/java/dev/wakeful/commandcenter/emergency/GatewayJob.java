package dev.wakeful.commandcenter.emergency;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable timer of a gateway that gave no sign of life: looks whether it still gives none. */
@Configuration(proxyBeanMethods = false)
class GatewayJob {

    static final TaskDescriptor<String> DESCRIPTOR = TaskDescriptor.of("gateway-lost", String.class);

    @Bean
    Task<String> gatewayLostTask(
            GatewayReach reach,
            Rules rules,
            EmergencyStop emergency,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.oneTime(DESCRIPTOR)
                .execute((job, context) -> transaction.executeWithoutResult(status -> reach.silentSince()
                        .flatMap(since -> rules.trip(new Observation.GatewayAway(since, clock.instant())))
                        .ifPresent(emergency::trip)));
    }
}
