package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what has been spent already and nobody could refuse. Where every cap has room it is set aside and spent in one step; where one has not,
 * it is an overrun in all of them, which is outside of the caps and taken off what is available, so nothing more is granted. Once for each name,
 * by the same rows, journal and audit as everything else. Every method needs a transaction and locks as {@link Ledger} does.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Expenses {

    private static final Logger LOG = LoggerFactory.getLogger(Expenses.class);

    private final Reservations reservations;
    private final Accounts accounts;
    private final Tracing tracing;
    private final Watch watch;

    public Expenses(JdbcClient jdbc, Tracing tracing, Watch watch) {
        this.reservations = new Reservations(jdbc);
        this.accounts = new Accounts(jdbc);
        this.tracing = tracing;
        this.watch = watch;
    }

    /** @param covered whether every cap had room for it */
    public record Booked(ReservationId reservation, boolean covered, List<String> scopes) {
        public Booked {
            scopes = List.copyOf(scopes);
        }
    }

    /** Nothing where it is booked already. */
    public Optional<Booked> book(Expense expense, Instant now) {
        Booked booked = new Booked(
                ReservationId.make(now),
                true,
                expense.scopes().stream().map(Scope::name).toList());
        Reservation reservation = pending(booked, expense.name(), expense.cost(), now);
        Origin origin = new Origin(Provenance.current(now), tracing.traceparent());
        if (reservations.open(List.of(new Opening(reservation, origin)), now).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Balance> balances = accounts.open(expense.scopes(), List.of());
        boolean covered = Refusal.of(
                        expense.cost(),
                        expense.scopes().stream().map(Scope::neverPausing).toList(),
                        balances)
                .isEmpty();
        write(reservation, covered, now);
        tell(expense, balances, now);
        return Optional.of(new Booked(booked.reservation(), covered, booked.scopes()));
    }

    /** It was booked before the state was lost: so it is again, in the same accounts. False where it is known. */
    public boolean bookedBefore(String name, Money cost, Booked said, Origin origin, Instant now) {
        Reservation reservation = pending(said, name, cost, now);
        if (reservations.open(List.of(new Opening(reservation, origin)), now).isEmpty()) {
            return false;
        }
        accounts.makeRoom(said.scopes(), said.covered() ? cost : Money.ZERO);
        write(reservation, said.covered(), now);
        return true;
    }

    private static Reservation pending(Booked booked, String name, Money cost, Instant now) {
        return new Reservation(
                booked.reservation(),
                Expense.holderOf(name),
                null,
                cost,
                Money.ZERO,
                Reservation.State.PENDING,
                booked.scopes(),
                now);
    }

    private void write(Reservation reservation, boolean covered, Instant now) {
        Money cost = reservation.amount();
        Posting posting = covered ? Posting.of(cost, cost) : new Posting(Money.ZERO, Money.ZERO, cost);
        reservations.resolve(
                List.of(new Resolution(
                        reservation, covered ? Reservation.State.POSTED : Reservation.State.VOIDED, posting)),
                now);
        if (!covered) {
            LOG.warn(
                    "{}: {} was spent that a cap has no room for; it is booked as overrun", reservation.holder(), cost);
        }
        if (!cost.equals(Money.ZERO)) {
            List<Entry> entries =
                    covered ? List.of(Entry.reserve(cost), Entry.settle(cost)) : List.of(Entry.overrun(cost));
            accounts.book(Booking.of(reservation, entries).toList(), now);
        }
    }

    private void tell(Expense expense, Map<String, Balance> balances, Instant now) {
        for (Scope scope : expense.scopes()) {
            Money before = Objects.requireNonNull(balances.get(scope.name())).used();
            watch.more(scope, before, before.plus(expense.cost()), now);
        }
    }
}
