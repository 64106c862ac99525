package dev.wakeful.planner.backlog;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.planner.mode.ModeChanged;
import dev.wakeful.service.schedule.Jobs;
import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.StopListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When mode, context or stance change, a job looks at the tasks that wait for that, each in a transaction of its own. */
@Component
class Waking implements StopListener {

    static final TaskDescriptor<String> WAKE = TaskDescriptor.of("tasks-wake", String.class);

    /** More are woken as room becomes free. */
    private static final int MOST = 500;

    private static final Duration STRAGGLERS = Duration.ofSeconds(15);

    private final Jobs jobs;
    private final Clock clock;

    Waking(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** After a resume everything that waits is looked at, and once more for what was on its way meanwhile (STOP-3). */
    @Override
    public void resumed(long epoch) {
        Instant now = clock.instant();
        jobs.runNow(WAKE, "resume@" + epoch, "");
        jobs.runAt(WAKE, "resume-again@" + epoch, "", now.plus(STRAGGLERS));
    }

    /** Nothing runs here that would have to be ended. */
    @Override
    public Halted stopped(long epoch) {
        return Halted.NOTHING;
    }

    /** A swarm may tell late that a stop has ended it: if a person has resumed meanwhile, its task goes on now. */
    void swarmStopped() {
        soon("stopped");
    }

    /** Something else is different now. */
    void soon(String because) {
        jobs.runNow(WAKE, because + "@" + clock.instant(), "");
    }

    @EventListener
    void on(ModeChanged changed) {
        jobs.runNow(WAKE, "wake@" + clock.instant(), "");
    }

    /** The job behind it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration RETRY = Duration.ofSeconds(10);

        @Bean
        OneTimeTask<String> tasksWake(
                dev.wakeful.planner.backlog.Tasks waiting, Resuming resuming, PlatformTransactionManager transactions) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            return Tasks.oneTime(WAKE)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) -> waiting.waitingForInstallation(MOST)
                            .forEach(id -> transaction.executeWithoutResult(status -> resuming.lookAgain(id))));
        }
    }
}
