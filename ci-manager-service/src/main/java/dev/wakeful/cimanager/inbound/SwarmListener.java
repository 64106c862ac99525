package dev.wakeful.cimanager.inbound;

import dev.wakeful.cimanager.proposal.Intake;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears of proven changes. */
@Component
class SwarmListener implements EventConsumer {

    private final Intake intake;

    SwarmListener(Intake intake) {
        this.intake = intake;
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        intake.accept(completed);
    }
}
