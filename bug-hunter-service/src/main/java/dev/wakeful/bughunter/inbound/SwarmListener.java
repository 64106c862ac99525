package dev.wakeful.bughunter.inbound;

import dev.wakeful.bughunter.finding.Reproductions;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears whether swarms could reproduce what they were sent for. */
@Component
class SwarmListener implements EventConsumer {

    private final Reproductions reproductions;

    SwarmListener(Reproductions reproductions) {
        this.reproductions = reproductions;
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        if (failed.reason() == SwarmEvent.Reason.NOT_REPRODUCED) {
            reproductions.notReproduced(failed.finding());
        }
    }
}
