package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.ledger.SwarmEnd;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
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
    public ReservationRequest request(DispatchEvent.SwarmRequested requested, Caps caps, Instant now) {
        if (requested.quote().isNegative() || requested.timeLimit().isNegative()) {
            throw new UnprocessableEvent("Swarm " + requested.swarm() + " asks for " + requested.quote() + " and "
                    + requested.timeLimit() + "; neither may be negative");
        }
        Duration atMost = requested.timeLimit().plus(grace);
        return new ReservationRequest(
                requested.swarm(),
                requested.quote(),
                scopes.of(requested.swarm(), requested.repository().name(), fundingOf(requested), caps, now, atMost),
                now.plus(atMost));
    }

    /** Which part of the day pays; who does not say so is paid without a person (BUD-1). */
    public static Funding fundingOf(DispatchEvent.SwarmRequested requested) {
        return requested.funding() == null ? Funding.AUTOMATIC : requested.funding();
    }

    /** @throws UnprocessableEvent where the usage cannot be true */
    public SwarmEnd end(SwarmEvent.Completed completed, Caps caps, Instant now) {
        return end(completed.swarm(), completed.repository(), completed.usage(), NOTHING_USED, caps, now);
    }

    /** @throws UnprocessableEvent where the usage cannot be true */
    public SwarmEnd end(SwarmEvent.Failed failed, Caps caps, Instant now) {
        String reason = NOTHING_USED + ": " + failed.message();
        return end(failed.swarm(), failed.repository(), failed.usage(), reason, caps, now);
    }

    /** @throws UnprocessableEvent where the usage cannot be true */
    public SwarmEnd end(SwarmEvent.Stopped stopped, Caps caps, Instant now) {
        String reason = NOTHING_USED + ": " + stopped.reason();
        return end(stopped.swarm(), stopped.repository(), stopped.usage(), reason, caps, now);
    }

    private SwarmEnd end(
            SwarmId swarm, RepositoryName repository, SwarmEvent.Usage usage, String reason, Caps caps, Instant now) {
        return new SwarmEnd(
                swarm,
                price.of(usage),
                scopes.of(swarm, repository, Funding.AUTOMATIC, caps, now, Duration.ZERO),
                reason);
    }
}
