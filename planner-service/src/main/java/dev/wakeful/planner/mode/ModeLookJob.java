package dev.wakeful.planner.mode;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that changes the mode when the clock says so (JOB-9). Run twice, it finds nothing left to change. */
@Configuration(proxyBeanMethods = false)
class ModeLookJob {

    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<String> modeLook(ModeReview review) {
        return Tasks.oneTime(Modes.LOOK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> review.now());
    }
}
