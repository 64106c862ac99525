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

    /** @throws CallRefused where too little is left, the swarm has ended, or the ledger does not answer */
    Hold take(SwarmId swarm, Money worstCase) {
        String id = "call-" + UUID.randomUUID();
        Optional<Money> left;
        boolean ended;
        try {
            left = funds.reserve(swarm, id, worstCase);
            ended = left.filter(Money.ZERO::equals).isPresent() && !funds.isOpen(swarm);
        } catch (RuntimeException e) {
            throw new CallRefused(Refusal.ledgerAway(clock.instant().plus(LEDGER_WAIT)));
        }
        if (ended) {
            throw new CallRefused(Refusal.unauthorized());
        }
        if (left.isPresent()) {
            throw new CallRefused(Refusal.usedUp(worstCase, left.get()));
        }
        return new Hold(funds, swarm, id, worstCase, tally);
    }
}
