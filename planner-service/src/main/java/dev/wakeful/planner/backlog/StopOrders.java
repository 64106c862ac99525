package dev.wakeful.planner.backlog;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.dispatch.Ending;
import dev.wakeful.planner.dispatch.StopCause;
import dev.wakeful.planner.mode.ModeChanged;
import dev.wakeful.service.schedule.Jobs;
import dev.wakeful.service.trace.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells swarms to stop that must not go on (BUD-5, BUD-8, MODE-4), each once. A durable job looks at those at work, each task in a transaction
 * of its own. Must be called inside a transaction.
 */
@Component
public class StopOrders {

    static final TaskDescriptor<String> LOOK = TaskDescriptor.of("swarms-stop", String.class);

    private final dev.wakeful.planner.backlog.Tasks tasks;
    private final Board board;
    private final Starting starting;
    private final Tracing tracing;
    private final Soon soon;

    StopOrders(dev.wakeful.planner.backlog.Tasks tasks, Board board, Starting starting, Tracing tracing, Soon soon) {
        this.tasks = tasks;
        this.board = board;
        this.starting = starting;
        this.tracing = tracing;
        this.soon = soon;
    }

    /** Something is other than before that swarms at work may have to end for. */
    public void lookSoon(String because) {
        if (starting.mayAnyHaveToEnd()) {
            soon.stop(because);
        }
    }

    /** Other failures are open than before: whoever made way for them may go on, or others have to make way. */
    public void redChanged(String because) {
        if (starting.mayAnyHaveToEnd()) {
            soon.stop(because);
            soon.wake(because);
        }
    }

    @EventListener
    void on(ModeChanged changed) {
        lookSoon("mode");
    }

    /** The ledger has stopped its calls, so it can only cost time; whether it is worth more money, a person says (BUD-8). */
    public void take(BudgetEvent.RateTripped tripped) {
        tasks.servedBy(tripped.swarm())
                .ifPresent(task -> task.runningWith(tripped.swarm())
                        .ifPresentOrElse(
                                running -> {
                                    if (running.stopping().isEmpty()) {
                                        board.stop(task, running, new Ending(StopCause.RATE, stopped(tripped)));
                                    }
                                },
                                () -> board.record(task, tooLate(tripped))));
    }

    /** In the transaction at hand, which locks the task. */
    void look(TaskId id) {
        tasks.find(id).ifPresent(task -> {
            if (task.state() instanceof TaskState.Running running
                    && running.stopping().isEmpty()) {
                starting.ending(task)
                        .ifPresent(
                                ending -> task.origin().resume(tracing, task, () -> board.stop(task, running, ending)));
            }
        });
    }

    private static Decision stopped(BudgetEvent.RateTripped tripped) {
        return new Decision(
                "BUD-8",
                "its swarm spends too fast, so it stops: " + tripped.reason(),
                inputs(tripped),
                List.of(
                        new Decision.Refused("let it go on", "its calls of models are refused, so it only takes time"),
                        new Decision.Refused("give it more money", "a person decides that")));
    }

    private static Decision tooLate(BudgetEvent.RateTripped tripped) {
        return new Decision(
                "BUD-8",
                "its swarm spent too fast and is at work no more: " + tripped.reason(),
                inputs(tripped),
                List.of(new Decision.Refused("stop it", "there is nothing left to stop")));
    }

    private static Map<String, String> inputs(BudgetEvent.RateTripped tripped) {
        return Map.of(
                "swarm",
                tripped.swarm().value(),
                "spent",
                tripped.spent().toString(),
                "usual",
                tripped.usual().toString());
    }

    /** What is looked at as soon as the transaction has committed. */
    @Component
    static class Soon {

        private final Jobs jobs;
        private final Waking waking;
        private final Clock clock;

        Soon(Jobs jobs, Waking waking, Clock clock) {
            this.jobs = jobs;
            this.waking = waking;
            this.clock = clock;
        }

        void stop(String because) {
            jobs.runNow(LOOK, because + "@" + clock.instant(), "");
        }

        void wake(String because) {
            waking.soon(because);
        }
    }

    /** The job behind it. Run again after a crash it finds those that were told already, and does nothing to them. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration RETRY = Duration.ofSeconds(10);

        @Bean
        OneTimeTask<String> swarmsStop(
                dev.wakeful.planner.backlog.Tasks atWork, StopOrders orders, PlatformTransactionManager transactions) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            return Tasks.oneTime(LOOK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                    .execute((instance, context) ->
                            atWork.atWork().forEach(id -> transaction.executeWithoutResult(status -> orders.look(id))));
        }
    }
}
