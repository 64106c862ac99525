package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balances and their journal. Rows are locked in the order of their names, so that no two transactions wait for each other. */
final class Accounts {

    /** Stands for the limit that the account has already. */
    private static final long AS_IT_IS = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the accounts that are missing, brings limits up to date, locks all of them and reads their balances.
     *
     * @param wanted where one account is wanted under several limits, it bears the largest; each decision is made under its own
     * @param there accounts that exist, and whose limits stay as they are unless they are also wanted
     */
    Map<String, Balance> open(Collection<Scope> wanted, Collection<String> there) {
        Map<String, Long> limits = new LinkedHashMap<>();
        there.forEach(scope -> limits.put(scope, AS_IT_IS));
        wanted.forEach(scope -> limits.merge(
                scope.name(), scope.limit().micros(), (one, other) -> one == AS_IT_IS ? other : Math.max(one, other)));
        Map<String, Balance> balances = new HashMap<>();
        jdbc.sql("""
                insert into account (scope, limit_micros)
                select scope, limit_micros
                from unnest(:scopes::text[], :limits::bigint[]) as wanted (scope, limit_micros)
                order by scope collate "C"
                on conflict (scope) do update
                set limit_micros = case excluded.limit_micros
                    when :asItIs then account.limit_micros
                    else greatest(excluded.limit_micros, account.reserved_micros + account.spent_micros) end
                returning scope, reserved_micros, spent_micros, overrun_micros
                """)
                .param("scopes", limits.keySet().toArray(String[]::new))
                .param(
                        "limits",
                        limits.values().stream().mapToLong(Long::longValue).toArray())
                .param("asItIs", AS_IT_IS)
                .query(row -> {
                    balances.put(row.getString("scope"), balance(row, 1));
                });
        return balances;
    }

    /** Locks the accounts, and lets the amount fit into each: it was granted before, so no cap may refuse it now. */
    void makeRoom(List<String> scopes, Money amount) {
        jdbc.sql("""
                insert into account (scope, limit_micros)
                select scope, :amount from unnest(:scopes::text[]) as wanted (scope) order by scope collate "C"
                on conflict (scope) do update
                set limit_micros = greatest(account.limit_micros, account.reserved_micros + account.spent_micros + :amount)
                """)
                .param("amount", amount.micros())
                .param("scopes", scopes.toArray(String[]::new))
                .update();
    }

    Optional<Balance> find(String scope) {
        return jdbc.sql("""
                select reserved_micros, spent_micros, overrun_micros from account where scope = :scope
                """).param("scope", scope).query(Accounts::balance).optional();
    }

    private static Balance balance(ResultSet row, int number) throws SQLException {
        return new Balance(
                Money.micros(row.getLong("reserved_micros")),
                Money.micros(row.getLong("spent_micros")),
                Money.micros(row.getLong("overrun_micros")));
    }

    /** Books the entries in the locked accounts, balances and journal together. */
    void book(List<Booking> bookings, Instant now) {
        Map<String, Entry> changes = new LinkedHashMap<>();
        bookings.forEach(
                booking -> booking.scopes().forEach(scope -> changes.merge(scope, booking.entry(), Entry::plus)));
        jdbc.sql("""
                with booked as (
                    update account
                    set reserved_micros = reserved_micros + reserved,
                        spent_micros = spent_micros + spent,
                        overrun_micros = overrun_micros + overrun
                    from unnest(:scopes::text[], :changedReserved::bigint[], :changedSpent::bigint[],
                        :changedOverrun::bigint[]) as change (changed, reserved, spent, overrun)
                    where scope = changed)
                insert into journal (reservation, kind, reserved_micros, spent_micros, overrun_micros, at)
                select reservation, kind, reserved, spent, overrun, :now
                from unnest(:reservations::text[], :kinds::text[], :reserved::bigint[], :spent::bigint[],
                    :overrun::bigint[]) as entry (reservation, kind, reserved, spent, overrun)
                """)
                .param("scopes", changes.keySet().toArray(String[]::new))
                .param("changedReserved", micros(changes.values(), Entry::reserved))
                .param("changedSpent", micros(changes.values(), Entry::spent))
                .param("changedOverrun", micros(changes.values(), Entry::overrun))
                .param(
                        "reservations",
                        bookings.stream()
                                .map(booking -> booking.reservation().value())
                                .toArray(String[]::new))
                .param(
                        "kinds",
                        bookings.stream()
                                .map(booking -> booking.entry().kind().name())
                                .toArray(String[]::new))
                .param("reserved", micros(entries(bookings), Entry::reserved))
                .param("spent", micros(entries(bookings), Entry::spent))
                .param("overrun", micros(entries(bookings), Entry::overrun))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static List<Entry> entries(List<Booking> bookings) {
        return bookings.stream().map(Booking::entry).toList();
    }

    private static long[] micros(Collection<Entry> entries, java.util.function.Function<Entry, Money> amount) {
        ToLongFunction<Entry> micros = entry -> amount.apply(entry).micros();
        return entries.stream().mapToLong(micros).toArray();
    }
}
