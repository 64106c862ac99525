package dev.wakeful.budget.inbound;

import dev.wakeful.budget.funding.Funding;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which swarms are wanted. */
@Component
class DispatchListener implements EventConsumer {

    private final Funding funding;

    DispatchListener(Funding funding) {
        this.funding = funding;
    }

    @EventHandler
    void on(DispatchEvent.SwarmRequested requested) {
        funding.reserve(requested);
    }
}
