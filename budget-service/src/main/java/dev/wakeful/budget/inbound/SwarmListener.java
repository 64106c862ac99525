package dev.wakeful.budget.inbound;

import dev.wakeful.budget.funding.Funding;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears how swarms end. */
@Component
class SwarmListener implements EventConsumer {

    private final Funding funding;

    SwarmListener(Funding funding) {
        this.funding = funding;
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        funding.settle(completed);
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        funding.settle(failed);
    }
}
