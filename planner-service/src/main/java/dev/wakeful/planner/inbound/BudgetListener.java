package dev.wakeful.planner.inbound;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.planner.backlog.Progress;
import dev.wakeful.planner.backlog.Resuming;
import dev.wakeful.planner.backlog.StopOrders;
import dev.wakeful.planner.cycle.BudgetAlerts;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears that there is no money for a swarm, that one spends too fast, and how much of the money is in use. */
@Component
class BudgetListener implements EventConsumer {

    private final Progress progress;
    private final Resuming resuming;
    private final BudgetAlerts alerts;
    private final StopOrders orders;

    BudgetListener(Progress progress, Resuming resuming, BudgetAlerts alerts, StopOrders orders) {
        this.progress = progress;
        this.resuming = resuming;
        this.alerts = alerts;
        this.orders = orders;
    }

    @EventHandler
    void on(BudgetEvent.Denied denied) {
        progress.take(denied);
        resuming.roomIsFree();
    }

    @EventHandler
    void on(BudgetEvent.Alerted alerted) {
        alerts.take(alerted);
        orders.lookSoon(alerted.scope() + " " + alerted.percent());
    }

    @EventHandler
    void on(BudgetEvent.RateTripped tripped) {
        orders.take(tripped);
    }
}
