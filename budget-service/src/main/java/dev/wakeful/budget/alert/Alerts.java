package dev.wakeful.budget.alert;

import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.ledger.Watch;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says {@link BudgetEvent.Alerted} when a threshold is reached, once for each window however often the use falls and rises again (BUD-5). The
 * table's primary key decides, in the transaction that set the money aside. Caps without a window, those of single swarms, are not told of.
 */
@Component
final class Alerts implements Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AlertProperties properties;

    Alerts(JdbcClient jdbc, Outbox outbox, AlertProperties properties) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public void more(Scope scope, Money before, Money after, Instant now) {
        if (scope.endsAt().equals(Scope.NEVER)) {
            return;
        }
        for (int percent : Thresholds.crossed(properties.percents(), before, after, scope.cap())) {
            if (isNew(scope, percent, after, now)) {
                LOG.info("{} % of {} is in use: {} of {}", percent, scope.name(), after, scope.cap());
                outbox.append(new BudgetEvent.Alerted(scope.name(), percent, after, scope.cap(), scope.endsAt()));
            }
        }
    }

    private boolean isNew(Scope scope, int percent, Money used, Instant now) {
        return jdbc.sql("""
                insert into alert (scope, percent, used_micros, limit_micros, at)
                values (:scope, :percent, :used, :limit, :now)
                on conflict do nothing
                """)
                        .param("scope", scope.name())
                        .param("percent", percent)
                        .param("used", used.micros())
                        .param("limit", scope.cap().micros())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
