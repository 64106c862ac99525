package dev.wakeful.commandcenter.stopping;

/** Nobody works on this. */
public final class NoSuchTask extends RuntimeException {

    NoSuchTask(String id) {
        super("There is no task '" + id + "'; GET /api/tasks lists those there are.");
    }
}
