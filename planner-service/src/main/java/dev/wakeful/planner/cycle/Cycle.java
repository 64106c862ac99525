package dev.wakeful.planner.cycle;

import dev.wakeful.planner.backlog.Resuming;
import dev.wakeful.planner.backlog.StopOrders;
import dev.wakeful.planner.decision.Decisions;
import dev.wakeful.planner.mode.ModePolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One look: see, decide, act, record (WAKE-1…4). What there is to do is done by events already; the look finds what events missed. Must
 * be called inside a transaction.
 */
@Component
class Cycle {

    private static final Logger LOG = LoggerFactory.getLogger(Cycle.class);
    private final Looks looks;
    private final Resuming resuming;
    private final StopOrders orders;
    private final Acts acts;
    private final ModePolicy modes;
    private final CycleProperties properties;

    Cycle(Looks looks, Resuming resuming, StopOrders orders, Acts acts, ModePolicy modes, CycleProperties properties) {
        this.properties = properties;
        this.looks = looks;
        this.resuming = resuming;
        this.orders = orders;
        this.acts = acts;
        this.modes = modes;
    }

    /** How long until the next look; nothing when another chain goes on. */
    Optional<Duration> look(long chain) {
        return looks.goesOn(chain) ? Optional.of(look()) : Optional.empty();
    }

    private Duration look() {
        Look look = looks.now();
        Judgement judgement = Judgement.of(look, modes.stance(look.mode()), properties.watch());
        look.silent().stream().filter(looks::markSilent).forEach(acts::escalate);
        if (look.running() > 0) {
            orders.lookSoon("look");
        }
        if (look.waiting() > 0) {
            resuming.roomIsFree();
        }
        if (looks.save(look, judgement.outcome())) {
            acts.record(judgement);
        }
        return judgement.next();
    }

    /** What a look leaves behind. */
    @Component
    static class Acts {

        private final Decisions decisions;
        private final Clock clock;

        Acts(Decisions decisions, Clock clock) {
            this.decisions = decisions;
            this.clock = clock;
        }

        void record(Judgement judgement) {
            decisions.tell(judgement.decision());
        }

        void escalate(Look.Silent silent) {
            Instant now = clock.instant();
            LOG.warn(
                    "Nothing was heard of swarm {} of task {} since {}", silent.swarm(), silent.task(), silent.since());
            decisions.tell(silent.task(), Judgement.silence(silent, Duration.between(silent.since(), now)));
        }
    }
}
