package dev.wakeful.planner.backlog;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.schedule.Jobs;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sees to it that every wait ends (STATE-4): a durable job looks at the task when it is due. */
@Component
class Waits {

    static final TaskDescriptor<Due> DUE = TaskDescriptor.of("task-due", Due.class);

    private final Jobs jobs;

    Waits(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The task to look at. */
    record Due(String task) {}

    /** A task that waits again, until another time, has a job of its own for that. */
    void until(TaskId task, Instant when) {
        jobs.runAt(DUE, task.value() + "@" + when, new Due(task.value()), when);
    }
}
