package dev.wakeful.cimanager.proposal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.events.SwarmId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job that carries a proposal to its end. While the database is away it comes back without counting. */
@Configuration(proxyBeanMethods = false)
class ProposalJob {

    /** Whose proposal it is. */
    record Data(SwarmId swarm) {}

    static final TaskDescriptor<Data> DESCRIPTOR = TaskDescriptor.of("proposal", Data.class);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(5);

    @Bean
    Task<Data> proposalTask(Proposing proposing, Clock clock) {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DATABASE_AWAY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> switch (proposing.advance(
                        instance.getData().swarm())) {
                    case Step.Done done -> new CompletionHandler.OnCompleteRemove<>();
                    case Step.At at -> (complete, operations) -> operations.reschedule(complete, at.when());
                    case Step.Again again ->
                        (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(again.after()));
                });
    }
}
