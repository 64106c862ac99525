package dev.wakeful.budget.funding;

import dev.wakeful.budget.ledger.Ledger;
import dev.wakeful.budget.terms.Terms;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Money for swarms: set aside before they start, booked when they have ended. Runs in the caller's transaction. */
@Component
public final class Funding {

    private final Ledger ledger;
    private final Terms terms;
    private final Outbox outbox;
    private final Clock clock;

    Funding(Ledger ledger, Terms terms, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void reserve(DispatchEvent.SwarmRequested requested) {
        Instant now = clock.instant();
        ledger.reserve(terms.request(requested, now), now).ifPresent(outbox::append);
    }

    public void settle(SwarmEvent.Completed completed) {
        Instant now = clock.instant();
        ledger.end(terms.end(completed, now), now).ifPresent(outbox::append);
    }

    public void settle(SwarmEvent.Failed failed) {
        Instant now = clock.instant();
        ledger.end(terms.end(failed, now), now).ifPresent(outbox::append);
    }
}
