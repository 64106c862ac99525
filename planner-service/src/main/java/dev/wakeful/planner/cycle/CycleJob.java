package dev.wakeful.planner.cycle;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.planner.mode.ModeChanged;
import dev.wakeful.planner.mode.ModeReview;
import dev.wakeful.service.schedule.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The heartbeat (JOB-1): one durable job that comes back at the pace of the mode, whichever replica runs it. A change of mode starts
 * another chain of looks at its own pace, and the one before ends.
 */
@Configuration(proxyBeanMethods = false)
class CycleJob {

    static final TaskDescriptor<Long> DESCRIPTOR = TaskDescriptor.of("wake-cycle", Long.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    @Bean
    Task<Long> wakeCycle(Cycle cycle, ModeReview modes, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    modes.now();
                    Optional<Duration> next =
                            Objects.requireNonNull(transaction.execute(status -> cycle.look(instance.getData())));
                    return next.<CompletionHandler<Long>>map(pause -> (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(pause)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    /** Starts a chain with each mode. */
    @Component
    static class Chains {

        private final Looks looks;
        private final Jobs jobs;
        private final Clock clock;

        Chains(Looks looks, Jobs jobs, Clock clock) {
            this.looks = looks;
            this.jobs = jobs;
            this.clock = clock;
        }

        @EventListener
        void on(ModeChanged changed) {
            long chain = looks.startChain();
            jobs.runAt(
                    DESCRIPTOR,
                    "cycle-" + chain,
                    chain,
                    clock.instant().plus(changed.stance().crisisWake()));
        }
    }
}
