package dev.wakeful.planner.inbound;

import dev.wakeful.events.FindingEvent;
import dev.wakeful.planner.backlog.Intake;
import dev.wakeful.planner.backlog.NewEvidence;
import dev.wakeful.planner.backlog.StopOrders;
import dev.wakeful.planner.mode.ModeReview;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears of diagnosed problems. */
@Component
class FindingListener implements EventConsumer {

    private final Intake intake;
    private final NewEvidence evidence;
    private final StopOrders orders;
    private final ModeReview modes;

    FindingListener(Intake intake, NewEvidence evidence, StopOrders orders, ModeReview modes) {
        this.intake = intake;
        this.evidence = evidence;
        this.orders = orders;
        this.modes = modes;
    }

    @EventHandler
    void on(FindingEvent.Raised raised) {
        intake.take(raised);
        orders.redChanged("raised " + raised.finding());
        modes.afterCommit();
    }

    @EventHandler
    void on(FindingEvent.Attached attached) {
        evidence.take(attached);
    }

    @EventHandler
    void on(FindingEvent.Reclassified reclassified) {
        evidence.take(reclassified);
        orders.redChanged("reclassified " + reclassified.finding());
        modes.afterCommit();
    }

    @EventHandler
    void on(FindingEvent.Resolved resolved) {
        evidence.take(resolved);
        orders.redChanged("resolved " + resolved.finding());
        modes.afterCommit();
    }
}
