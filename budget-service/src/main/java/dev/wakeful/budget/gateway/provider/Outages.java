package dev.wakeful.budget.gateway.provider;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Outages that were told of: each once when it begins and once when it ends, whatever restarts in between. */
@Component
class Outages {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    Outages(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Map<String, Outage> told() {
        Map<String, Outage> told = new HashMap<>();
        jdbc.sql("select provider, since, reason from provider_outage").query(row -> {
            told.put(
                    row.getString("provider"),
                    new Outage(row.getTimestamp("since").toInstant(), row.getString("reason")));
        });
        return told;
    }

    void lost(String provider, Outage outage) {
        transactions.executeWithoutResult(status -> {
            int added = jdbc.sql("""
                    insert into provider_outage (provider, since, reason) values (:provider, :since, :reason)
                    on conflict (provider) do nothing
                    """)
                    .param("provider", provider)
                    .param("since", Timestamp.from(outage.since()))
                    .param("reason", outage.reason())
                    .update();
            if (added > 0) {
                outbox.append(new BudgetEvent.ProviderLost(provider, outage.since(), outage.reason()));
            }
        });
    }

    void back(String provider) {
        transactions.executeWithoutResult(status -> {
            int removed = jdbc.sql("delete from provider_outage where provider = :provider")
                    .param("provider", provider)
                    .update();
            if (removed > 0) {
                outbox.append(new BudgetEvent.ProviderBack(provider, clock.instant()));
            }
        });
    }
}
