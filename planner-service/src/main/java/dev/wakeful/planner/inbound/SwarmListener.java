package dev.wakeful.planner.inbound;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.planner.backlog.Progress;
import dev.wakeful.planner.backlog.Resuming;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how swarms go and how they ended; an end makes room for another one. */
@Component
class SwarmListener implements EventConsumer {

    private final Progress progress;
    private final Resuming resuming;

    SwarmListener(Progress progress, Resuming resuming) {
        this.progress = progress;
        this.resuming = resuming;
    }

    @EventHandler
    void on(SwarmEvent.Started started) {
        progress.heardOf(started.swarm());
    }

    @EventHandler
    void on(SwarmEvent.Progressed progressed) {
        progress.heardOf(progressed.swarm());
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        progress.take(completed);
        resuming.roomIsFree();
    }

    @EventHandler
    void on(SwarmEvent.Stopped stopped) {
        progress.take(stopped);
        resuming.roomIsFree();
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        progress.take(failed);
        resuming.roomIsFree();
    }
}
