package dev.wakeful.budget.inbound;

import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Hears which caps people want changed. */
@Component
class ControlListener implements EventConsumer {

    private final LimitChanges limits;
    private final Outbox outbox;
    private final Clock clock;

    ControlListener(LimitChanges limits, Outbox outbox, Clock clock) {
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventHandler
    void on(ControlEvent.LimitSet wanted) {
        outbox.append(limits.change(wanted, clock.instant()));
    }
}
