package dev.wakeful.autodev.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Claims;
import dev.wakeful.autodev.swarm.Swarm;
import dev.wakeful.autodev.swarm.Swarms;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.lease.LeaseLost;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable job of a swarm. It is there from the moment the swarm is ready until it has ended; a crash leaves it there, and whoever
 * starts next goes on with the step that is written down.
 */
@Configuration(proxyBeanMethods = false)
public class SwarmJob {

    /** The job's name and data: the swarm's id. */
    public static final TaskDescriptor<String> DESCRIPTOR = TaskDescriptor.of("swarm", String.class);

    private static final Logger LOG = LoggerFactory.getLogger(SwarmJob.class);
    private static final Duration UNTIL_FREE = Duration.ofSeconds(5);
    private static final Duration UNTIL_DATABASE = Duration.ofSeconds(2);

    @Bean
    Task<String> swarmTask(Swarms swarms, Claims claims, SwarmRun run, Tracing tracing) {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(UNTIL_DATABASE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> swarms.find(new SwarmId(instance.getId()))
                        .filter(swarm -> !swarm.step().isEnd())
                        .map(swarm -> work(swarm, claims, run, tracing))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static CompletionHandler<String> work(Swarm swarm, Claims claims, SwarmRun run, Tracing tracing) {
        Optional<Claim> claim = claims.take(swarm);
        if (claim.isEmpty()) {
            return again(UNTIL_FREE);
        }
        try {
            return swarm.provenance()
                    .call(() -> tracing.spanUnder(
                            swarm.traceparent(),
                            "swarm",
                            SpanKind.INTERNAL,
                            Map.of("wakeful.swarm", swarm.request().swarm().value()),
                            () -> run.toEnd(claim.get())))
                    .map(SwarmJob::again)
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        } catch (LeaseLost e) {
            LOG.warn("{}; its new holder goes on", e.getMessage());
            return again(UNTIL_FREE);
        } finally {
            claims.letGo(claim.get());
        }
    }

    private static CompletionHandler<String> again(Duration pause) {
        return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(pause));
    }
}
