package dev.wakeful.planner.inbound;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.planner.backlog.Progress;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how swarms ended. */
@Component
class SwarmListener implements EventConsumer {

    private final Progress progress;

    SwarmListener(Progress progress) {
        this.progress = progress;
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        progress.take(completed);
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        progress.take(failed);
    }
}
