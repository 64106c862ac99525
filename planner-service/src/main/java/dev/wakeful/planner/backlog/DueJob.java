package dev.wakeful.planner.backlog;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.events.TaskId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The job behind {@link Waits}. Run again after a crash it finds the task already moved and does nothing. */
@Configuration(proxyBeanMethods = false)
class DueJob {

    private static final Duration RETRY = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Waits.Due> taskDue(Resuming resuming, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.oneTime(Waits.DUE)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> transaction.executeWithoutResult(
                        status -> resuming.due(new TaskId(instance.getData().task()), clock.instant())));
    }
}
