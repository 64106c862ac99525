package dev.wakeful.planner.inbound;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.planner.backlog.Progress;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears that there is no money for a swarm. */
@Component
class BudgetListener implements EventConsumer {

    private final Progress progress;

    BudgetListener(Progress progress) {
        this.progress = progress;
    }

    @EventHandler
    void on(BudgetEvent.Denied denied) {
        progress.take(denied);
    }
}
