package dev.wakeful.budget.forecast;

import dev.wakeful.events.Money;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes {@code wakeful.budget.cost.quotes}: what swarms have cost, in quotes; 1 is what was quoted; and {@code wakeful.budget.cost.forecasts}, by
 * kind of failure: what they have cost, in parts of what half of such swarms cost before (BUD-7).
 */
@Component
final class ForecastMeter {

    private final DistributionSummary quotes;
    private final MeterRegistry meters;

    ForecastMeter(MeterRegistry meters) {
        this.meters = meters;
        this.quotes = DistributionSummary.builder("wakeful.budget.cost.quotes")
                .description("What swarms have cost, in quotes")
                .register(meters);
    }

    /** A swarm that was quoted nothing has no share. */
    void afterCommit(Quoted quoted, Money spent) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (quoted.quote() > 0) {
                    quotes.record((double) spent.micros() / quoted.quote());
                }
                Long p50 = quoted.p50();
                if (p50 != null && p50 > 0) {
                    forecasts(quoted.kind()).record((double) spent.micros() / p50);
                }
            }
        });
    }

    private DistributionSummary forecasts(String kind) {
        return DistributionSummary.builder("wakeful.budget.cost.forecasts")
                .description("What swarms have cost, in what half of such swarms cost before")
                .tag("kind", kind.toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
