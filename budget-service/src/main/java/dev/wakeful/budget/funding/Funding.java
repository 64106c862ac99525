package dev.wakeful.budget.funding;

import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.ledger.Ledger;
import dev.wakeful.budget.ledger.SwarmEnd;
import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.budget.terms.Terms;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Money for swarms: set aside before they start, booked when they have ended. Runs in the caller's transaction. */
@Component
public final class Funding {

    private final Ledger ledger;
    private final Terms terms;
    private final LimitChanges limits;
    private final Forecasts forecasts;
    private final Outbox outbox;
    private final Clock clock;

    Funding(Ledger ledger, Terms terms, LimitChanges limits, Forecasts forecasts, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.limits = limits;
        this.forecasts = forecasts;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void reserve(DispatchEvent.SwarmRequested requested) {
        Instant now = clock.instant();
        ledger.reserve(terms.request(requested, limits.current(), now), now).ifPresent(event -> {
            outbox.append(
                    event instanceof BudgetEvent.Reserved reserved
                            ? expecting(reserved, forecasts.open(requested, Terms.fundingOf(requested), now))
                            : event);
        });
    }

    private static BudgetEvent expecting(BudgetEvent.Reserved reserved, Optional<BudgetEvent.Expected> expected) {
        return new BudgetEvent.Reserved(
                reserved.reservation(),
                reserved.swarm(),
                reserved.amount(),
                reserved.scopes(),
                reserved.expiresAt(),
                expected.orElse(null));
    }

    public void settle(SwarmEvent.Completed completed) {
        forecasts.means(completed.swarm(), completed.trials());
        Instant now = clock.instant();
        end(terms.end(completed, limits.current(), now), now);
    }

    public void settle(SwarmEvent.Failed failed) {
        forecasts.means(failed.swarm(), failed.trials());
        Instant now = clock.instant();
        end(terms.end(failed, limits.current(), now), now);
    }

    public void settle(SwarmEvent.Stopped stopped) {
        Instant now = clock.instant();
        end(terms.end(stopped, limits.current(), now), now);
    }

    private void end(SwarmEnd end, Instant now) {
        ledger.end(end, now).ifPresent(event -> {
            outbox.append(event);
            forecasts.close(event, !ledger.isInDoubt(end.swarm()), now);
        });
    }
}
