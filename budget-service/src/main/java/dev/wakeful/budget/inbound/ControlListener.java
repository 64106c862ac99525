package dev.wakeful.budget.inbound;

import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Hears which caps people want changed. What is refused is counted as {@code wakeful.budget.limits.refused}. */
@Component
class ControlListener implements EventConsumer {

    private final LimitChanges limits;
    private final Outbox outbox;
    private final Clock clock;
    private final Counter refused;

    ControlListener(LimitChanges limits, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
        this.refused = meters.counter("wakeful.budget.limits.refused");
    }

    @EventHandler
    void on(ControlEvent.LimitSet wanted) {
        BudgetEvent answer = limits.change(wanted, clock.instant());
        outbox.append(answer);
        if (answer instanceof BudgetEvent.LimitRefused) {
            refused.increment();
        }
    }
}
