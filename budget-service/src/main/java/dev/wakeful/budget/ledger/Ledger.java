package dev.wakeful.budget.ledger;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
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

    private static final String SECOND_RUN = "second-run:";

    private final Reservations reservations;
    private final Accounts accounts;
    private final OpenCalls openCalls;
    private final Tracing tracing;
    private final Watch watch;

    public Ledger(JdbcClient jdbc, Tracing tracing, Watch watch) {
        this.reservations = new Reservations(jdbc);
        this.accounts = new Accounts(jdbc);
        this.openCalls = new OpenCalls(reservations, accounts);
        this.tracing = tracing;
        this.watch = watch;
    }

    /**
     * Sets the amount aside in all scopes. Answers {@code Reserved} or {@code Denied}; {@code Released} with nothing in it where the swarm
     * has already ended; nothing where the swarm has its reservation already.
     */
    public Optional<BudgetEvent> reserve(ReservationRequest request, Instant now) {
        Opening opening = Opening.of(request, origin(now), now);
        Reservation reservation = opening.reservation();
        if (reservations.open(List.of(opening), now).isEmpty()) {
            return reservations
                    .lock(reservation.holder())
                    .filter(known -> known.state() == Reservation.State.ENDED)
                    .map(ended -> new BudgetEvent.Released(
                            ended.id(), ended.swarm(), Money.ZERO, "The swarm ended before money was set aside"));
        }
        Map<String, Balance> balances = accounts.open(request.scopes(), List.of());
        Optional<Outcome.Denied> refusal = Refusal.of(request.amount(), request.scopes(), balances);
        if (refusal.isPresent()) {
            reservations.withdraw(List.of(reservation.holder()));
            return refusal.map(denied -> new BudgetEvent.Denied(
                    request.swarm(), request.amount(), denied.scope(), denied.available(), denied.retryAt()));
        }
        book(reservation, List.of(Entry.reserve(request.amount())), now);
        tell(request.scopes(), balances, request.amount(), now);
        return Optional.of(new BudgetEvent.Reserved(
                reservation.id(), request.swarm(), request.amount(), reservation.scopes(), request.expiresAt()));
    }

    private void tell(List<Scope> scopes, Map<String, Balance> balances, Money more, Instant now) {
        for (Scope scope : scopes) {
            Money before = Objects.requireNonNull(balances.get(scope.name())).used();
            watch.more(scope, before, before.plus(more), now);
        }
    }

    private Origin origin(Instant now) {
        return new Origin(Provenance.current(now), tracing.traceparent());
    }

    /**
     * Resolves the swarm's reservation with what was spent, the calls within it included: {@code Settled}, or {@code Released} where that is
     * nothing; a reservation in doubt with at least all of it. What was spent above the reservation, or without one, is booked as overrun. The first resolution wins: after an expiry, and
     * the second time, nothing is said.
     */
    public Optional<BudgetEvent> end(SwarmEnd end, Instant now) {
        Reservation ended = ended(end, end.swarm().value(), now);
        if (!reservations.open(List.of(new Opening(ended, origin(now))), now).isEmpty()) {
            return unreserved(ended, end, now);
        }
        Reservation reservation = reservations.lock(ended.holder()).orElseThrow();
        return switch (reservation.state()) {
            case PENDING -> Optional.of(settle(reservation, end, now));
            case EXPIRED -> {
                Money calls = calls(reservation).used().minus(reservations.lateBills(reservation.id()));
                bookLateExcess(reservation, end.spent().plus(calls), now);
                yield Optional.empty();
            }
            case POSTED, VOIDED -> {
                if (reservation.inDoubt()) {
                    bookSecondRun(end, now);
                }
                yield Optional.empty();
            }
            case ENDED -> Optional.empty();
        };
    }

    /** Whether nobody knows what it has cost: it was open when a checkpoint became the state, and its end was not told before the loss. */
    public boolean isInDoubt(SwarmId swarm) {
        return reservations.isInDoubt(swarm.value());
    }

    /** It had ended before the state was lost, and ran once more after the recovery: its machine time is new, once. */
    private void bookSecondRun(SwarmEnd end, Instant now) {
        Reservation again = ended(end, SECOND_RUN + end.swarm().value(), now);
        if (!end.spent().equals(Money.ZERO)
                && !reservations
                        .open(List.of(new Opening(again, origin(now))), now)
                        .isEmpty()) {
            Map<String, Balance> balances = accounts.open(end.scopes(), List.of());
            book(again, List.of(Entry.overrun(end.spent())), now);
            tell(end.scopes(), balances, end.spent(), now);
        }
    }

    private static Reservation ended(SwarmEnd end, String holder, Instant now) {
        return new Reservation(
                ReservationId.make(now),
                holder,
                null,
                Money.ZERO,
                end.spent(),
                Reservation.State.ENDED,
                end.scopes().stream().map(Scope::name).toList(),
                null);
    }

    private Optional<BudgetEvent> unreserved(Reservation ended, SwarmEnd end, Instant now) {
        if (end.spent().equals(Money.ZERO)) {
            return Optional.empty();
        }
        Map<String, Balance> balances = accounts.open(end.scopes(), List.of());
        book(ended, List.of(Entry.overrun(end.spent())), now);
        tell(end.scopes(), balances, end.spent(), now);
        return Optional.of(new BudgetEvent.Settled(ended.id(), end.swarm(), end.spent(), Money.ZERO));
    }

    private BudgetEvent settle(Reservation pending, SwarmEnd end, Instant now) {
        Money known = end.spent().plus(openCalls.close(pending, now));
        Resolution resolution = pending.inDoubt() ? Resolution.expired(pending, known) : Resolution.of(pending, known);
        resolve(resolution, now);
        return resolution.state() == Reservation.State.VOIDED
                ? new BudgetEvent.Released(
                        pending.id(), pending.swarm(), resolution.posting().released(), end.reason())
                : settled(resolution);
    }

    /** An expired reservation has been counted in full; only what lies above it is new. */
    private void bookLateExcess(Reservation expired, Money spent, Instant now) {
        Posting posting = Posting.of(expired.amount(), spent);
        if (posting.overrun().compareTo(expired.overrun()) > 0) {
            accounts.open(List.of(), expired.scopes());
            book(expired, List.of(Entry.overrun(posting.overrun().minus(expired.overrun()))), now);
            reservations.resolve(List.of(new Resolution(expired, Reservation.State.EXPIRED, posting)), now);
        }
    }

    /** Grants no call of the swarm from now on (BUD-8). Says whether that is new: not where it has ended, or was stopped before. */
    public boolean stopCalls(SwarmId swarm, Instant now) {
        return reservations.trip(swarm.value(), now);
    }

    /** The reservations that should have been resolved by now, the oldest first. */
    public List<Overdue> overdue(Instant now, int most) {
        return reservations.overdue(now, most);
    }

    /** Counts an overdue reservation as spent in full (BUD-6); nothing where it was resolved meanwhile. */
    public Optional<BudgetEvent> expire(SwarmId swarm, Instant now) {
        return reservations.lock(swarm.value()).filter(Reservation::isPending).map(pending -> {
            Resolution resolution = Resolution.expired(pending, openCalls.close(pending, now));
            resolve(resolution, now);
            return settled(resolution);
        });
    }

    private static BudgetEvent settled(Resolution resolution) {
        Reservation reservation = resolution.reservation();
        Posting posting = resolution.posting();
        return new BudgetEvent.Settled(
                reservation.id(), reservation.swarm(), posting.posted().plus(posting.overrun()), posting.released());
    }

    private Balance calls(Reservation swarm) {
        return accounts.find(Order.scopeOf(swarm.holder())).orElse(Balance.NOTHING);
    }

    private void resolve(Resolution resolution, Instant now) {
        reservations.resolve(List.of(resolution), now);
        List<Entry> entries = Entry.of(resolution.posting());
        if (!entries.isEmpty()) {
            book(resolution.reservation(), entries, now);
        }
    }

    private void book(Reservation reservation, List<Entry> entries, Instant now) {
        entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.OVERRUN)
                .forEach(entry -> LOG.warn(
                        "Reservation {}: {} was spent that no reservation covers; it is booked as overrun. Check the price and the quote",
                        reservation.id(),
                        entry.overrun()));
        accounts.book(Booking.of(reservation, entries).toList(), now);
    }
}
