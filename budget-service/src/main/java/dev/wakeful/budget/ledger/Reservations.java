package dev.wakeful.budget.ledger;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row per swarm. Whoever writes it first holds the swarm until the end of the transaction; accounts are locked after it. */
final class Reservations {

    private static final String COLUMNS = "id, swarm, amount_micros, overrun_micros, state, scopes";

    private final JdbcClient jdbc;
    private final Tracing tracing;

    Reservations(JdbcClient jdbc, Tracing tracing) {
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    /** A pending reservation, unless the swarm has one or has ended. */
    boolean open(ReservationId id, ReservationRequest request, Instant now) {
        return insert(
                new Reservation(
                        id,
                        request.swarm(),
                        request.amount(),
                        Money.ZERO,
                        Reservation.State.PENDING,
                        request.scopes().stream().map(Scope::name).toList()),
                request.expiresAt(),
                now);
    }

    /** Remembers that the swarm has ended with nothing set aside, unless it has a reservation. */
    boolean end(ReservationId id, SwarmEnd end, Instant now) {
        return insert(
                new Reservation(
                        id,
                        end.swarm(),
                        Money.ZERO,
                        end.spent(),
                        Reservation.State.ENDED,
                        end.scopes().stream().map(Scope::name).toList()),
                null,
                now);
    }

    private boolean insert(Reservation reservation, @Nullable Instant expiresAt, Instant now) {
        Provenance provenance = Provenance.current(now);
        EventId cause = provenance.cause();
        return jdbc.sql("""
                insert into reservation (id, swarm, amount_micros, overrun_micros, state, scopes,
                    opened_at, expires_at, resolved_at, lineage, cause, traceparent)
                values (:id, :swarm, :amount, :overrun, :state, :scopes,
                    :now, :expiresAt, :resolvedAt, :lineage, :cause, :traceparent)
                on conflict (swarm) do nothing
                """)
                        .param("id", reservation.id().value())
                        .param("swarm", reservation.swarm().value())
                        .param("amount", reservation.amount().micros())
                        .param("overrun", reservation.overrun().micros())
                        .param("state", reservation.state().name())
                        .param("scopes", reservation.scopes().toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt))
                        .param(
                                "resolvedAt",
                                reservation.state() == Reservation.State.PENDING ? null : Timestamp.from(now))
                        .param("lineage", provenance.lineage().value())
                        .param("cause", cause == null ? null : cause.value())
                        .param("traceparent", tracing.traceparent())
                        .update()
                == 1;
    }

    /** Takes back a reservation that was opened in this transaction and refused; nothing has been booked on it. */
    void withdraw(ReservationId id) {
        jdbc.sql("delete from reservation where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Reservation> lock(SwarmId swarm) {
        return jdbc.sql("select " + COLUMNS + " from reservation where swarm = :swarm for update")
                .param("swarm", swarm.value())
                .query(Reservations::reservation)
                .optional();
    }

    Optional<Reservation> lock(ReservationId id) {
        return jdbc.sql("select " + COLUMNS + " from reservation where id = :id for update")
                .param("id", id.value())
                .query(Reservations::reservation)
                .optional();
    }

    void resolve(ReservationId id, Reservation.State state, Posting posting, Instant now) {
        jdbc.sql("""
                update reservation
                set state = :state, spent_micros = :spent, overrun_micros = :overrun, resolved_at = :now
                where id = :id
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("spent", posting.posted().micros())
                .param("overrun", posting.overrun().micros())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Overdue> overdue(Instant now, int most) {
        return jdbc.sql("""
                select id, lineage, cause, traceparent from reservation
                where state = 'PENDING' and expires_at <= :now
                order by expires_at limit :most
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(Reservations::overdue)
                .list();
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
        return new Reservation(
                new ReservationId(row.getString("id")),
                new SwarmId(row.getString("swarm")),
                Money.micros(row.getLong("amount_micros")),
                Money.micros(row.getLong("overrun_micros")),
                Reservation.State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("scopes").getArray()));
    }

    private static Overdue overdue(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        Provenance provenance =
                new Provenance(new LineageId(row.getString("lineage")), cause == null ? null : new EventId(cause));
        return new Overdue(
                new ReservationId(row.getString("id")), new Origin(provenance, row.getString("traceparent")));
    }
}
