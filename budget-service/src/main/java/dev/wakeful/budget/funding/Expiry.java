package dev.wakeful.budget.funding;

import dev.wakeful.budget.forecast.Forecasts;
import dev.wakeful.budget.ledger.Ledger;
import dev.wakeful.budget.ledger.Overdue;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts reservations at their worst case when nobody has told their end in time (BUD-6). One transaction each, so that one that cannot be
 * booked does not hold up the others; it is tried again in the next round.
 */
@Component
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int A_ROUND = 500;

    private final Ledger ledger;
    private final Forecasts forecasts;
    private final Outbox outbox;
    private final Tracing tracing;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Expiry(
            Ledger ledger,
            Forecasts forecasts,
            Outbox outbox,
            Tracing tracing,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.forecasts = forecasts;
        this.outbox = outbox;
        this.tracing = tracing;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** One round. */
    void expireOverdue() {
        Instant now = clock.instant();
        List<Overdue> overdue = transactions.execute(status -> ledger.overdue(now, A_ROUND));
        overdue.forEach(one -> expireOrLeave(one, now));
    }

    private void expire(Overdue overdue, Instant now) {
        ledger.expire(overdue.swarm(), now).ifPresent(event -> {
            outbox.append(event);
            forecasts.close(event, false, now);
        });
    }

    private void expireOrLeave(Overdue overdue, Instant now) {
        try {
            overdue.origin()
                    .provenance()
                    .<@Nullable Void>call(() -> tracing.<@Nullable Void>spanUnder(
                            overdue.origin().traceparent(),
                            "expire reservation",
                            SpanKind.INTERNAL,
                            Map.of("wakeful.swarm", overdue.swarm().value()),
                            () -> {
                                transactions.executeWithoutResult(status -> expire(overdue, now));
                                return null;
                            }));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The reservation of {} could not be expired and stays set aside; tried again in the next round",
                    overdue.swarm(),
                    e);
        }
    }
}
