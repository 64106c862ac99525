package dev.wakeful.budget.recovery;

import dev.wakeful.budget.ci.CiMinutes;
import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.ledger.LedgerRecall;
import dev.wakeful.budget.ledger.Origin;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.recovery.Recollection;
import dev.wakeful.service.recovery.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Money that was set aside and spent between a checkpoint and the loss (STATE-2). What was settled is known from what was said; all other
 * reservations of that time count in full, since calls of models are on no broker (BUD-6).
 */
@Component
final class LostMoney implements Recollection {

    private static final Logger LOG = LoggerFactory.getLogger(LostMoney.class);

    private final LedgerRecall ledger;
    private final CiMinutes ci;
    private final Forecasts forecasts;
    private final Clock clock;

    LostMoney(LedgerRecall ledger, CiMinutes ci, Forecasts forecasts, Clock clock) {
        this.ledger = ledger;
        this.ci = ci;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    @Override
    public List<Said> recall(List<Said> lost) {
        Instant now = clock.instant();
        List<Said> recalled = new ArrayList<>();
        lost.stream().filter(said -> isReservedAgain(said, now)).forEach(recalled::add);
        lost.stream().filter(said -> isBookedAgain(said, now)).forEach(recalled::add);
        int open = ledger.doubtAll(now);
        lost.stream().filter(said -> isResolvedAgain(said, now)).forEach(recalled::add);
        LOG.warn(
                "Recovered from a checkpoint: {} reservations were open, {} events tell of money since; what is not told counts in full",
                open,
                recalled.size());
        return recalled;
    }

    private boolean isReservedAgain(Said said, Instant now) {
        Envelope envelope = said.envelope();
        return event(said) instanceof BudgetEvent.Reserved reserved && ledger.reserved(reserved, origin(envelope), now);
    }

    private boolean isBookedAgain(Said said, Instant now) {
        return event(said) instanceof BudgetEvent.CiBooked booked
                && ci.bookedBefore(booked, origin(said.envelope()), now);
    }

    private static Origin origin(Envelope envelope) {
        return new Origin(new Provenance(envelope.lineage(), envelope.cause()), envelope.traceparent());
    }

    private boolean isResolvedAgain(Said said, Instant now) {
        boolean resolved = switch (event(said)) {
            case BudgetEvent.Settled settled -> ledger.settled(settled, now);
            case BudgetEvent.Released released -> ledger.released(released, now);
            default -> false;
        };
        if (resolved) {
            forecasts.close((BudgetEvent) event(said), true, now);
        }
        return resolved;
    }

    private static Event event(Said said) {
        return EventJson.decode(said.envelope().type(), said.payload());
    }
}
