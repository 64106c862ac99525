package dev.wakeful.budget.forecast;

import dev.wakeful.events.Money;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes {@code wakeful.budget.cost.quotes}: what swarms have cost, in quotes; 1 is what was quoted (BUD-7). */
@Component
final class ForecastMeter {

    private final DistributionSummary quotes;

    ForecastMeter(MeterRegistry meters) {
        this.quotes = DistributionSummary.builder("wakeful.budget.cost.quotes")
                .description("What swarms have cost, in quotes")
                .register(meters);
    }

    /** A swarm that was quoted nothing has no share. */
    void afterCommit(Money quote, Money spent) {
        if (quote.equals(Money.ZERO)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                quotes.record((double) spent.micros() / quote.micros());
            }
        });
    }
}
