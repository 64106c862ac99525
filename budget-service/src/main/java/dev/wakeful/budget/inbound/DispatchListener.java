package dev.wakeful.budget.inbound;

import dev.wakeful.budget.funding.Funding;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Money;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.stop.SafeMode;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hears which swarms are wanted. While the system is stopped no money is set aside (STOP-3). */
@Component
class DispatchListener implements EventConsumer {

    /** Named as the scope that refused, so that the planner waits for a resume and not for a budget window. */
    private static final String STOP_SCOPE = "emergency-stop";

    private static final Duration RETRY = Duration.ofHours(1);

    private final Funding funding;
    private final SafeMode safeMode;
    private final Outbox outbox;
    private final Clock clock;

    DispatchListener(Funding funding, SafeMode safeMode, Outbox outbox, Clock clock) {
        this.funding = funding;
        this.safeMode = safeMode;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventHandler
    void on(DispatchEvent.SwarmRequested requested) {
        if (safeMode.isStopped()) {
            outbox.append(new BudgetEvent.Denied(
                    requested.swarm(),
                    requested.quote(),
                    STOP_SCOPE,
                    Money.ZERO,
                    clock.instant().plus(RETRY)));
        } else {
            funding.reserve(requested);
        }
    }
}
