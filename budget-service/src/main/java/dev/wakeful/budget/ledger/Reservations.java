package dev.wakeful.budget.ledger;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One row per holder. Whoever writes it first holds it until the end of the transaction. Locks are taken in this order: swarms that calls
 * are held within, new rows, rows that are there, accounts; and by name among each of them.
 */
final class Reservations {

    private static final String COLUMNS = """
            id, holder, parent, amount_micros, overrun_micros, state, scopes, expires_at,
                tripped_at is not null as tripped, in_doubt_since is not null as in_doubt
            """;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes those whose holders have none yet, and says which. */
    Set<String> open(List<Opening> openings, Instant now) {
        return new HashSet<>(jdbc.sql("""
                insert into reservation (id, holder, parent, amount_micros, overrun_micros, state, scopes,
                    opened_at, expires_at, resolved_at, lineage, cause, traceparent)
                select id, holder, parent, amount, overrun, state, string_to_array(scopes, chr(10)),
                    :now, expires, case state when 'PENDING' then null else :now::timestamptz end, lineage, cause, traceparent
                from unnest(:ids::text[], :holders::text[], :parents::text[], :amounts::bigint[], :overruns::bigint[],
                    :states::text[], :scopes::text[], :expiries::timestamptz[], :lineages::text[], :causes::text[],
                    :traceparents::text[])
                    as opening (id, holder, parent, amount, overrun, state, scopes, expires, lineage, cause, traceparent)
                order by holder
                on conflict (holder) do nothing
                returning holder
                """)
                .param("now", Timestamp.from(now))
                .params(Opening.columns(openings))
                .params(Opening.furtherColumns(openings))
                .query(String.class)
                .list());
    }

    /** Takes back reservations that were opened in this transaction and refused; nothing has been booked on them. */
    void withdraw(List<String> holders) {
        jdbc.sql("delete from reservation where holder = any(:holders)")
                .param("holders", holders.toArray(String[]::new))
                .update();
    }

    Optional<Reservation> lock(String holder) {
        return Optional.ofNullable(lock(List.of(holder)).get(holder));
    }

    /** Those that are there. */
    Map<String, Reservation> lock(Collection<String> holders) {
        return byHolder(holders, "for update");
    }

    /** Those that are there; they stay what they are until the end of the transaction, and others may share them. */
    Map<String, Reservation> share(Collection<String> holders) {
        return byHolder(holders, "for share");
    }

    private Map<String, Reservation> byHolder(Collection<String> holders, String strength) {
        Map<String, Reservation> found = new HashMap<>();
        jdbc.sql("select " + COLUMNS + " from reservation where holder = any(:holders) order by holder " + strength)
                .param("holders", holders.toArray(String[]::new))
                .query(Reservations::reservation)
                .list()
                .forEach(reservation -> found.put(reservation.holder(), reservation));
        return found;
    }

    /** The calls that still hold something of a swarm's reservation; the caller holds the swarm, so there will be no more. */
    List<Reservation> lockOpenCalls(ReservationId parent) {
        return jdbc.sql("select " + COLUMNS + """
                 from reservation where parent = :parent and state = 'PENDING' order by holder for update
                """)
                .param("parent", parent.value())
                .query(Reservations::reservation)
                .list();
    }

    /** What calls have cost above their worst case after their swarm was billed; it is in the swarm's accounts already. */
    Money lateBills(ReservationId parent) {
        return Money.micros(
                jdbc.sql("""
                select coalesce(sum(overrun_micros), 0) from reservation where parent = :parent and state = 'ENDED'
                """).param("parent", parent.value()).query(Long.class).single());
    }

    /** The accounts in which money was set aside for a swarm. */
    List<String> scopesOf(String swarm) {
        return jdbc.sql("select unnest(scopes) from reservation where holder = :swarm")
                .param("swarm", swarm)
                .query(String.class)
                .list();
    }

    void resolve(List<Resolution> resolutions, Instant now) {
        jdbc.sql("""
                update reservation
                set state = new_state, spent_micros = spent, overrun_micros = overrun, resolved_at = :now
                from unnest(:holders::text[], :states::text[], :spent::bigint[], :overrun::bigint[])
                    as resolution (resolved, new_state, spent, overrun)
                where holder = resolved
                """)
                .param(
                        "holders",
                        resolutions.stream()
                                .map(one -> one.reservation().holder())
                                .toArray(String[]::new))
                .param(
                        "states",
                        resolutions.stream().map(one -> one.state().name()).toArray(String[]::new))
                .param(
                        "spent",
                        resolutions.stream()
                                .mapToLong(one -> one.posting().posted().micros())
                                .toArray())
                .param(
                        "overrun",
                        resolutions.stream()
                                .mapToLong(one -> one.posting().overrun().micros())
                                .toArray())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Waits for the calls that are being granted. */
    boolean trip(String swarm, Instant now) {
        return jdbc.sql("""
                update reservation set tripped_at = :now
                where holder = :swarm and parent is null and state = 'PENDING' and tripped_at is null
                """)
                        .param("now", Timestamp.from(now))
                        .param("swarm", swarm)
                        .update()
                == 1;
    }

    /** Every open one of a swarm. */
    int doubtAll(Instant now) {
        return jdbc.sql("""
                update reservation set in_doubt_since = :now, tripped_at = coalesce(tripped_at, :now)
                where parent is null and state = 'PENDING'
                """).param("now", Timestamp.from(now)).update();
    }

    boolean isInDoubt(String swarm) {
        return jdbc.sql("select exists (select from reservation where holder = :swarm and in_doubt_since is not null)")
                .param("swarm", swarm)
                .query(Boolean.class)
                .single();
    }

    List<Overdue> overdue(Instant now, int most) {
        return jdbc.sql("""
                select holder, lineage, cause, traceparent from reservation
                where state = 'PENDING' and parent is null and expires_at <= :now
                order by expires_at limit :most
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(Reservations::overdue)
                .list();
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        Timestamp expires = row.getTimestamp("expires_at");
        return new Reservation(
                new ReservationId(row.getString("id")),
                row.getString("holder"),
                parent == null ? null : new ReservationId(parent),
                Money.micros(row.getLong("amount_micros")),
                Money.micros(row.getLong("overrun_micros")),
                Reservation.State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("scopes").getArray()),
                expires == null ? null : expires.toInstant(),
                row.getBoolean("tripped"),
                row.getBoolean("in_doubt"));
    }

    private static Overdue overdue(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        Provenance provenance =
                new Provenance(new LineageId(row.getString("lineage")), cause == null ? null : new EventId(cause));
        return new Overdue(new SwarmId(row.getString("holder")), new Origin(provenance, row.getString("traceparent")));
    }
}
