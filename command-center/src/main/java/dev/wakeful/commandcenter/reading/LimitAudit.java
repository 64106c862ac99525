package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.BudgetState.LimitEntry;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wanted which cap to be what, and what the ledger answered; read from the events themselves. */
@Component
public class LimitAudit {

    private final JdbcClient jdbc;

    LimitAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said after event number {@code n}, the newest first. */
    public List<LimitEntry> after(long n, int limit) {
        return jdbc.sql("""
                select n, occurred_at, type, payload from event
                where type in ('limit.set.v1', 'budget.limit-changed.v1', 'budget.limit-refused.v1') and n > :n
                order by n desc limit :limit
                """)
                .param("n", n)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static LimitEntry entry(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        long n = row.getLong("n");
        Instant at = columns.instant("occurred_at");
        byte[] payload = columns.text("payload").getBytes(StandardCharsets.UTF_8);
        return switch (EventJson.decode(columns.text("type"), payload)) {
            case ControlEvent.LimitSet set ->
                new LimitEntry(n, at, "asked", set.limit(), null, set.amount().micros(), set.by(), set.reason());
            case BudgetEvent.LimitChanged changed ->
                new LimitEntry(
                        n,
                        at,
                        "changed",
                        changed.limit(),
                        changed.before().micros(),
                        changed.now().micros(),
                        changed.by(),
                        changed.reason());
            case BudgetEvent.LimitRefused refused ->
                new LimitEntry(
                        n,
                        at,
                        "refused",
                        refused.limit(),
                        null,
                        refused.wanted().micros(),
                        refused.by(),
                        refused.refusal());
            default -> throw new IllegalStateException("Not about a limit: " + columns.text("type"));
        };
    }
}
