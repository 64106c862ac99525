package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds the worst case of a call before it is made. */
@Component
final class Holds {

    private static final Duration LEDGER_WAIT = Duration.ofSeconds(5);

    private final CallFunds funds;
    private final Tally tally;
    private final Clock clock;

    Holds(CallFunds funds, Tally tally, Clock clock) {
        this.funds = funds;
        this.tally = tally;
        this.clock = clock;
    }

    /** @throws CallRefused where too little is left, the swarm spent too fast (BUD-8) or has ended, or the ledger does not answer */
    Hold take(SwarmId swarm, Money worstCase) {
        String id = "call-" + UUID.randomUUID();
        Optional<Refusal> refusal;
        try {
            refusal = funds.reserve(swarm, id, worstCase).map(left -> refusal(swarm, worstCase, left));
        } catch (RuntimeException e) {
            throw new CallRefused(Refusal.ledgerAway(clock.instant().plus(LEDGER_WAIT)));
        }
        if (refusal.isPresent()) {
            throw new CallRefused(refusal.get());
        }
        return new Hold(funds, swarm, id, worstCase, tally);
    }

    private Refusal refusal(SwarmId swarm, Money worstCase, Money left) {
        CallFunds.Standing standing = left.equals(Money.ZERO) ? funds.standing(swarm) : CallFunds.Standing.OPEN;
        return switch (standing) {
            case OPEN -> Refusal.usedUp(worstCase, left);
            case RATE_STOPPED -> Refusal.rateStopped();
            case CLOSED -> Refusal.unauthorized();
        };
    }
}
