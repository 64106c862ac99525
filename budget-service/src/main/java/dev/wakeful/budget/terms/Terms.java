package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.ledger.SwarmEnd;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.UnprocessableEvent;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns what is heard into what the ledger is asked: which caps apply, until when, and what was used in money. Pure. */
@Component
public final class Terms {

    private static final String NOTHING_USED = "Nothing was used";

    private final Scopes scopes;
    private final Price price;
    private final Duration grace;

    Terms(Scopes scopes, Price price, BudgetProperties properties) {
        this.scopes = scopes;
        this.price = price;
        this.grace = properties.grace();
    }

    /** @throws UnprocessableEvent where the quote or the time limit is negative */
    public ReservationRequest request(DispatchEvent.SwarmRequested requested, Instant now) {
        if (requested.quote().isNegative() || requested.timeLimit().isNegative()) {
            throw new UnprocessableEvent("Swarm " + requested.swarm() + " asks for " + requested.quote() + " and "
                    + requested.timeLimit() + "; neither may be negative");
        }
        return new ReservationRequest(
                requested.swarm(),
                requested.quote(),
                scopes.of(requested.swarm(), requested.repository().name(), now),
                now.plus(requested.timeLimit()).plus(grace));
    }

    /** @throws UnprocessableEvent where the usage cannot be true */
    public SwarmEnd end(SwarmEvent.Completed completed, Instant now) {
        Money spent = price.of(completed.usage());
        return new SwarmEnd(
                completed.swarm(), spent, scopes.of(completed.swarm(), completed.repository(), now), NOTHING_USED);
    }

    /** @throws UnprocessableEvent where the usage cannot be true */
    public SwarmEnd end(SwarmEvent.Failed failed, Instant now) {
        Money spent = price.of(failed.usage());
        return new SwarmEnd(
                failed.swarm(),
                spent,
                scopes.of(failed.swarm(), failed.repository(), now),
                NOTHING_USED + ": " + failed.message());
    }
}
