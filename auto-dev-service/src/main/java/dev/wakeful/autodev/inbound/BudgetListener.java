package dev.wakeful.autodev.inbound;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which swarms are paid for. */
@Component
class BudgetListener implements EventConsumer {

    private final Readiness readiness;

    BudgetListener(Readiness readiness) {
        this.readiness = readiness;
    }

    @EventHandler
    void on(BudgetEvent.Reserved reserved) {
        readiness.reserved(reserved.swarm(), reserved.reservation());
    }

    @EventHandler
    void on(BudgetEvent.Denied denied) {
        readiness.denied(denied.swarm());
    }
}
