package dev.wakeful.planner.cycle;

import dev.wakeful.events.BudgetEvent;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of each budget window is in use, as far as the ledger told (BUD-5). Must be called inside a transaction. */
@Component
public class BudgetAlerts {

    private final JdbcClient jdbc;
    private final Clock clock;

    BudgetAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A lower threshold of the same window is late word; windows that are over are forgotten. */
    public void take(BudgetEvent.Alerted alerted) {
        jdbc.sql("delete from budget_alert where until <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                insert into budget_alert (scope, percent, until) values (:scope, :percent, :until)
                on conflict (scope) do update
                    set percent = greatest(budget_alert.percent, excluded.percent), until = excluded.until
                """)
                .param("scope", alerted.scope())
                .param("percent", alerted.percent())
                .param("until", Timestamp.from(alerted.until()))
                .update();
    }
}
