package dev.wakeful.budget.ledger;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.service.trace.Tracing;
import java.time.Instant;
import java.util.Comparator;
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
 * Two-phase transfers over several accounts at once (BUD-2). A reservation is pending in all of its scopes or in none; it is then posted
 * in full or in part with the rest returned, voided, or expired, once only. However many ask at the same time, what is reserved and spent
 * in an account never exceeds its limit (BUD-3); the table's check constraint is the last line.
 *
 * <p>Every method needs a transaction, locks the swarm's row before the accounts and the accounts in one fixed order, and answers with the
 * event to say, or nothing where nothing changed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Reservations reservations;
    private final Accounts accounts;

    public Ledger(JdbcClient jdbc, Tracing tracing) {
        this.reservations = new Reservations(jdbc, tracing);
        this.accounts = new Accounts(jdbc);
    }

    /**
     * Sets the amount aside in all scopes. Answers {@code Reserved} or {@code Denied}; {@code Released} with nothing in it where the swarm
     * has already ended; nothing where the swarm has its reservation already.
     */
    public Optional<BudgetEvent> reserve(ReservationRequest request, Instant now) {
        ReservationId id = ReservationId.make(now);
        if (!reservations.open(id, request, now)) {
            return reservations
                    .lock(request.swarm())
                    .filter(known -> known.state() == Reservation.State.ENDED)
                    .map(ended -> new BudgetEvent.Released(
                            ended.id(), ended.swarm(), Money.ZERO, "The swarm ended before money was set aside"));
        }
        accounts.open(request.scopes());
        Optional<BudgetEvent> refusal = refusal(request, accounts.available(request.scopes()));
        if (refusal.isPresent()) {
            reservations.withdraw(id);
            return refusal;
        }
        List<String> scopes = request.scopes().stream().map(Scope::name).toList();
        accounts.book(id, scopes, Entry.reserve(request.amount()), now);
        return Optional.of(
                new BudgetEvent.Reserved(id, request.swarm(), request.amount(), scopes, request.expiresAt()));
    }

    /** Of several scopes that refuse, the one that opens last: to ask again earlier would be refused again. */
    private static Optional<BudgetEvent> refusal(ReservationRequest request, Map<String, Money> available) {
        Money amount = request.amount();
        return request.scopes().stream()
                .filter(scope -> left(scope, available).compareTo(amount) < 0)
                .max(Comparator.comparing(scope -> scope.retryAt(amount)))
                .map(scope -> {
                    Money left = left(scope, available);
                    return new BudgetEvent.Denied(
                            request.swarm(),
                            amount,
                            scope.name(),
                            left.isNegative() ? Money.ZERO : left,
                            scope.retryAt(amount));
                });
    }

    private static Money left(Scope scope, Map<String, Money> available) {
        return Objects.requireNonNull(available.get(scope.name()), scope.name());
    }

    /**
     * Resolves the swarm's reservation with what was spent: {@code Settled}, or {@code Released} where that is nothing. What was spent
     * above the reservation, or without one, is booked as overrun. The first resolution wins: after an expiry, and the second time, nothing
     * is said.
     */
    public Optional<BudgetEvent> end(SwarmEnd end, Instant now) {
        ReservationId id = ReservationId.make(now);
        if (reservations.end(id, end, now)) {
            return unreserved(id, end, now);
        }
        Reservation reservation = reservations.lock(end.swarm()).orElseThrow();
        return switch (reservation.state()) {
            case PENDING -> {
                boolean nothing = end.spent().equals(Money.ZERO);
                Posting posting = post(
                        reservation, nothing ? Reservation.State.VOIDED : Reservation.State.POSTED, end.spent(), now);
                yield Optional.of(
                        nothing
                                ? new BudgetEvent.Released(
                                        reservation.id(), reservation.swarm(), posting.released(), end.reason())
                                : settled(reservation, end.spent(), posting));
            }
            case EXPIRED -> {
                bookLateExcess(reservation, end, now);
                yield Optional.empty();
            }
            case POSTED, VOIDED, ENDED -> Optional.empty();
        };
    }

    private Optional<BudgetEvent> unreserved(ReservationId id, SwarmEnd end, Instant now) {
        if (end.spent().equals(Money.ZERO)) {
            return Optional.empty();
        }
        accounts.open(end.scopes());
        bookOverrun(id, end.scopes().stream().map(Scope::name).toList(), end.spent(), now);
        return Optional.of(new BudgetEvent.Settled(id, end.swarm(), end.spent(), Money.ZERO));
    }

    /** An expired reservation has been counted in full; only what lies above it is new. */
    private void bookLateExcess(Reservation expired, SwarmEnd end, Instant now) {
        Posting posting = Posting.of(expired.amount(), end.spent());
        if (posting.overrun().compareTo(expired.overrun()) > 0) {
            accounts.lock(expired.scopes());
            bookOverrun(expired.id(), expired.scopes(), posting.overrun().minus(expired.overrun()), now);
            reservations.resolve(expired.id(), Reservation.State.EXPIRED, posting, now);
        }
    }

    /** The reservations that should have been resolved by now, the oldest first. */
    public List<Overdue> overdue(Instant now, int most) {
        return reservations.overdue(now, most);
    }

    /** Counts an overdue reservation as spent in full (BUD-6); nothing where it was resolved meanwhile. */
    public Optional<BudgetEvent> expire(ReservationId id, Instant now) {
        return reservations
                .lock(id)
                .filter(reservation -> reservation.state() == Reservation.State.PENDING)
                .map(reservation -> settled(
                        reservation,
                        reservation.amount(),
                        post(reservation, Reservation.State.EXPIRED, reservation.amount(), now)));
    }

    private static BudgetEvent settled(Reservation reservation, Money spent, Posting posting) {
        return new BudgetEvent.Settled(reservation.id(), reservation.swarm(), spent, posting.released());
    }

    private Posting post(Reservation pending, Reservation.State state, Money spent, Instant now) {
        Posting posting = Posting.of(pending.amount(), spent);
        accounts.lock(pending.scopes());
        if (!posting.posted().equals(Money.ZERO)) {
            accounts.book(pending.id(), pending.scopes(), Entry.settle(posting.posted()), now);
        }
        if (!posting.released().equals(Money.ZERO)) {
            accounts.book(pending.id(), pending.scopes(), Entry.release(posting.released()), now);
        }
        if (!posting.overrun().equals(Money.ZERO)) {
            bookOverrun(pending.id(), pending.scopes(), posting.overrun(), now);
        }
        reservations.resolve(pending.id(), state, posting, now);
        return posting;
    }

    private void bookOverrun(ReservationId id, List<String> scopes, Money overrun, Instant now) {
        LOG.warn(
                "Reservation {}: {} was spent that no reservation covers; it is booked as overrun. Check the price and the quote",
                id,
                overrun);
        accounts.book(id, scopes, Entry.overrun(overrun), now);
    }
}
