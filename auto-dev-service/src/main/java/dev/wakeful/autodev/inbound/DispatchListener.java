package dev.wakeful.autodev.inbound;

import dev.wakeful.events.DispatchEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which swarms are wanted, and which are not any more. */
@Component
class DispatchListener implements EventConsumer {

    private final Readiness readiness;

    DispatchListener(Readiness readiness) {
        this.readiness = readiness;
    }

    @EventHandler
    void on(DispatchEvent.SwarmRequested requested) {
        readiness.requested(requested);
    }

    @EventHandler
    void on(DispatchEvent.SwarmStopRequested stop) {
        readiness.stopRequested(stop.swarm(), stop.decision().outcome());
    }
}
