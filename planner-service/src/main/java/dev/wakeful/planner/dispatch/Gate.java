package dev.wakeful.planner.dispatch;

import dev.wakeful.planner.mode.ContextProperties;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets tasks start as mode, context and limits allow. Must be called inside a transaction, last before the start. */
@Component
public class Gate {

    private final Standings standings;
    private final LimitProperties limits;
    private final ContextProperties contexts;
    private final Clock clock;

    Gate(Standings standings, LimitProperties limits, ContextProperties contexts, Clock clock) {
        this.standings = standings;
        this.limits = limits;
        this.contexts = contexts;
        this.clock = clock;
    }

    public Admission admit(Wish wish) {
        Instant now = clock.instant();
        return Admitting.judge(wish, standings.of(wish, now), limits, contexts, now);
    }
}
