package dev.wakeful.planner.inbound;

import dev.wakeful.events.ChangeEvent;
import dev.wakeful.planner.backlog.Progress;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears what became of proven fixes. */
@Component
class ChangeListener implements EventConsumer {

    private final Progress progress;

    ChangeListener(Progress progress) {
        this.progress = progress;
    }

    @EventHandler
    void on(ChangeEvent.Proposed proposed) {
        progress.take(proposed);
    }

    @EventHandler
    void on(ChangeEvent.Refused refused) {
        progress.take(refused);
    }
}
