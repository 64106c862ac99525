package dev.wakeful.planner.dispatch;

import dev.wakeful.planner.mode.ContextProperties;
import dev.wakeful.service.stop.SafeMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets tasks start as mode, context and limits allow. Must be called inside a transaction, last before the start. */
@Component
public class Gate {

    private final Standings standings;
    private final LimitProperties limits;
    private final ContextProperties contexts;
    private final SafeMode safeMode;
    private final Clock clock;

    Gate(Standings standings, LimitProperties limits, ContextProperties contexts, SafeMode safeMode, Clock clock) {
        this.standings = standings;
        this.limits = limits;
        this.contexts = contexts;
        this.safeMode = safeMode;
        this.clock = clock;
    }

    public Admission admit(Wish wish) {
        Instant now = clock.instant();
        return safeMode.stop().map(stop -> WhileStopped.hold(stop, now)).orElseGet(() -> judge(wish, now));
    }

    /** Whether the reserve for emergencies may pay for it now (BUD-1, MODE-4). Must be called inside a transaction. */
    public boolean isEmergency(Wish wish) {
        Instant now = clock.instant();
        return new Admitting(wish, standings.of(wish, now), limits, contexts, now).isEmergency();
    }

    /** Why the swarm that is at work for this has to end, if it has to (BUD-5, MODE-4). Must be called inside a transaction. */
    public Optional<Ending> ending(Wish wish) {
        Instant now = clock.instant();
        return Endings.judge(new Admitting(wish, standings.of(wish, now), limits, contexts, now));
    }

    /** False where every swarm is critical, so that none ever has to end for another. */
    public boolean mayAnyHaveToEnd() {
        return limits.isAnythingNotCritical();
    }

    private Admission judge(Wish wish, Instant now) {
        return Admitting.judge(wish, standings.of(wish, now), limits, contexts, now);
    }
}
