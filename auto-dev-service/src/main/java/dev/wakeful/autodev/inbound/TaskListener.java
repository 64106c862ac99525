package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.workspace.Losers;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which tasks are closed: nobody needs what did not win any more. */
@Component
class TaskListener implements EventConsumer {

    private final Losers losers;

    TaskListener(Losers losers) {
        this.losers = losers;
    }

    @EventHandler
    void on(TaskEvent.Closed closed) {
        losers.closed(closed.task());
    }
}
