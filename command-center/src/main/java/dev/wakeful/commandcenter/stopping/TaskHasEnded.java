package dev.wakeful.commandcenter.stopping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** There is nothing to end; the message says why, and what to do. Nothing was asked. */
public final class TaskHasEnded extends RuntimeException {

    private TaskHasEnded(String message) {
        super(message);
    }

    static TaskHasEnded offered(String id, @Nullable String change) {
        return new TaskHasEnded("The task '" + id + "' has ended: its change is offered"
                + (change == null ? "" : " as " + change) + ". Close the pull request to refuse it.");
    }

    static TaskHasEnded over(String id, String state) {
        return new TaskHasEnded("The task '" + id + "' has ended: it is " + state.toLowerCase(Locale.ROOT)
                + ", and nothing of it is at work. GET /api/tasks/" + id + " says how it ended.");
    }
}
