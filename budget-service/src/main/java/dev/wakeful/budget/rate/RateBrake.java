package dev.wakeful.budget.rate;

import dev.wakeful.budget.ledger.Brake;
import dev.wakeful.budget.ledger.Ledger;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops the calls of a swarm that spends too fast or without progress, and says {@link BudgetEvent.RateTripped} once, however many copies
 * of the service look (BUD-8). Looks when a swarm wants a call, at each swarm once a second at most.
 */
@Component
final class RateBrake implements Brake {

    private static final Logger LOG = LoggerFactory.getLogger(RateBrake.class);

    private final SpendingTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final RateRule rule;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final LastLooks looks = new LastLooks();

    RateBrake(
            JdbcClient jdbc,
            Ledger ledger,
            Outbox outbox,
            RateProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = new SpendingTable(jdbc);
        this.ledger = ledger;
        this.outbox = outbox;
        this.rule = new RateRule(properties);
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void look(SwarmId swarm) {
        Instant now = clock.instant();
        if (looks.isDue(swarm, now)) {
            transactions.executeWithoutResult(status -> table.of(swarm)
                    .ifPresent(spending -> rule.trip(
                                    spending,
                                    table.past(spending, rule.properties().swarms()),
                                    now)
                            .ifPresent(trip -> stop(swarm, trip, now))));
        }
    }

    private void stop(SwarmId swarm, Trip trip, Instant now) {
        if (ledger.stopCalls(swarm, now)) {
            LOG.warn("The calls of {} are stopped: {}", swarm, trip.reason());
            BudgetEvent told = new BudgetEvent.RateTripped(swarm, trip.spent(), trip.usual(), trip.reason());
            table.provenance(swarm).call(() -> {
                outbox.append(told);
                return told;
            });
        }
    }
}
