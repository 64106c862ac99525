package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.BudgetState.Alert;
import dev.wakeful.commandcenter.reading.BudgetState.ProviderState;
import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budget as far as the ledger's events tell. */
@Component
public class ToldBudget {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldBudget(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest window of each kind (for repositories, of each repository), unless it is over or has to be by its length. The cap is that of the newest
     * alert, or what a person changed it to after that; else it is unknown.
     */
    public List<ScopeUse> scopes() {
        return jdbc.sql("""
                with newest as (
                    select distinct on (family) scope, family, kind, used_micros, cap_micros, cap_at, until, latest_at
                    from (
                        select scope, split_part(scope, ':', 1) as kind, used_micros, cap_micros, cap_at, until, latest_at,
                            regexp_replace(scope, ':[^:]*$', '') as family
                        from budget_scope where scope ~ '^(hour|night|day|day-[a-z]+|week|organisation|repository):') named
                    order by family, scope desc)
                select n.scope, n.kind, n.used_micros, n.until,
                    case when l.micros is not null and (n.cap_at is null or l.changed_at > n.cap_at)
                        then l.micros else n.cap_micros end as cap
                from newest n left join lateral (
                    select micros, changed_at from budget_limit where name in (n.family, n.kind)
                    order by name = n.family desc limit 1) l on true
                where coalesce(n.until, n.latest_at + case n.kind
                    when 'hour' then interval '1 hour' when 'week' then interval '7 days'
                    when 'organisation' then interval '31 days' else interval '1 day' end) > :now
                order by array_position(array['hour', 'night', 'day'], n.kind) nulls last, n.kind, n.scope
                """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> scope(row))
                .list();
    }

    private static ScopeUse scope(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        long used = row.getLong("used_micros");
        long told = row.getLong("cap");
        @Nullable Long cap = row.getObject("cap") == null ? null : (Long) told;
        return new ScopeUse(
                columns.text("scope"),
                columns.text("kind"),
                cap,
                used,
                cap == null ? null : (Long) Math.max(0, cap - used),
                columns.optionalInstant("until"));
    }

    /** The highest threshold of each window that is still open, the most urgent first. */
    public List<Alert> alerts() {
        return jdbc.sql("""
                select * from (
                    select distinct on (scope) scope, percent, used_micros, limit_micros, until, told_at
                    from budget_alert where until > :now order by scope, percent desc) highest
                order by percent desc, until, scope limit 50
                """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    int percent = row.getInt("percent");
                    return new Alert(
                            columns.text("scope"),
                            percent,
                            row.getLong("used_micros"),
                            row.getLong("limit_micros"),
                            columns.instant("until"),
                            columns.instant("told_at"),
                            urgency(percent));
                })
                .list();
    }

    /** What a threshold asks of people (BUD-5). */
    static String urgency(int percent) {
        if (percent >= 90) {
            return "urgent";
        }
        if (percent >= 75) {
            return "alert";
        }
        return percent >= 50 ? "warn" : "log";
    }

    public List<ProviderState> providers() {
        return jdbc.sql("select name, lost, since, reason from provider order by not lost, name")
                .query((row, number) -> {
                    Columns columns = new Columns(row);
                    return new ProviderState(
                            columns.text("name"),
                            row.getBoolean("lost"),
                            columns.instant("since"),
                            columns.optionalText("reason"));
                })
                .list();
    }
}
