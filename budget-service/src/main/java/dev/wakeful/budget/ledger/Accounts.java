package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balances and their journal. Rows are locked in the order of their names, so that no two transactions wait for each other. */
final class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the accounts that are missing, brings their limits up to date and locks all of them. */
    void open(List<Scope> scopes) {
        jdbc.sql("""
                insert into account (scope, limit_micros)
                select scope, limit_micros
                from unnest(:scopes::text[], :limits::bigint[]) as wanted (scope, limit_micros)
                order by scope collate "C"
                on conflict (scope) do update
                set limit_micros = greatest(excluded.limit_micros, account.reserved_micros + account.spent_micros)
                where account.limit_micros
                    <> greatest(excluded.limit_micros, account.reserved_micros + account.spent_micros)
                """)
                .param("scopes", scopes.stream().map(Scope::name).toArray(String[]::new))
                .param(
                        "limits",
                        scopes.stream()
                                .mapToLong(scope -> scope.limit().micros())
                                .toArray())
                .update();
    }

    /** Locks accounts that are there. */
    void lock(List<String> scopes) {
        jdbc.sql("select scope from account where scope in (:scopes) order by scope for update")
                .param("scopes", scopes)
                .query(String.class)
                .list();
    }

    /** What is left under each cap; negative after an overrun. */
    Map<String, Money> available(List<Scope> scopes) {
        Map<String, Money> available = new HashMap<>();
        jdbc.sql("""
                select scope, limit_micros - reserved_micros - spent_micros - overrun_micros as available
                from account where scope in (:scopes)
                """).param("scopes", scopes.stream().map(Scope::name).toList()).query(row -> {
            available.put(row.getString("scope"), Money.micros(row.getLong("available")));
        });
        return available;
    }

    /** Books the entry in every one of the locked accounts, balance and journal together. */
    void book(ReservationId reservation, List<String> scopes, Entry entry, Instant now) {
        jdbc.sql("""
                with booked as (
                    update account
                    set reserved_micros = reserved_micros + :reserved,
                        spent_micros = spent_micros + :spent,
                        overrun_micros = overrun_micros + :overrun
                    where scope in (:scopes)
                    returning scope)
                insert into journal (reservation, scope, kind, reserved_micros, spent_micros, overrun_micros, at)
                select :reservation, scope, :kind, :reserved, :spent, :overrun, :now from booked
                """)
                .param("reservation", reservation.value())
                .param("scopes", scopes)
                .param("kind", entry.kind().name())
                .param("reserved", entry.reserved().micros())
                .param("spent", entry.spent().micros())
                .param("overrun", entry.overrun().micros())
                .param("now", Timestamp.from(now))
                .update();
    }
}
