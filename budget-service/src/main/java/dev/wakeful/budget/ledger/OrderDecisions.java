package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides orders one after the other over what is locked, and collects what is to be written. No I/O.
 */
final class OrderDecisions {

    private final Map<String, Opening> opened;
    private final Map<String, Reservation> parents;
    private final Map<String, Reservation> known;
    private final Map<String, Balance> before;
    private final Map<String, Balance> balances;
    private final Map<String, Scope> raised = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Resolution> resolutions = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Resolution> lateExcesses = new ArrayList<>();

    /**
     * @param opened the rows that were written for these orders
     * @param parents the swarms' reservations that calls are held within, by swarm
     * @param known the rows that were there before, by holder
     * @param balances every account these may touch
     */
    OrderDecisions(
            Map<String, Opening> opened,
            Map<String, Reservation> parents,
            Map<String, Reservation> known,
            Map<String, Balance> balances) {
        this.opened = opened;
        this.parents = parents;
        this.known = known;
        this.before = balances;
        this.balances = new HashMap<>(balances);
    }

    Outcome decide(Order order) {
        return switch (order) {
            case Order.Reserve reserve -> setAside(order, reserve.request().amount());
            case Order.Hold hold -> setAside(order, hold.worstCase());
            case Order.Resolve resolve -> resolve(resolve);
        };
    }

    private Outcome setAside(Order order, Money amount) {
        Opening opening = opened.get(order.holder());
        if (opening == null) {
            return repeated(order, amount);
        }
        Optional<Outcome.Denied> refusal = Refusal.of(amount, scopes(order, parents), balances);
        if (refusal.isPresent()) {
            refused.add(opening.reservation().holder());
            return refusal.get();
        }
        book(opening.reservation(), Entry.reserve(amount));
        scopes(order, parents).forEach(scope -> raised.put(scope.name(), scope));
        return new Outcome.Granted();
    }

    /** Asked before: granted as long as what it asked for is still set aside. */
    private Outcome repeated(Order order, Money amount) {
        Reservation reservation = known.get(order.holder());
        if (reservation == null) {
            return new Outcome.Denied(order.holder(), Money.ZERO, Scope.NEVER);
        }
        if (!reservation.isPending() || !reservation.parentIs(parent(order))) {
            return new Outcome.Resolved();
        }
        return reservation.amount().compareTo(amount) >= 0
                ? new Outcome.Granted()
                : new Outcome.Denied(order.holder(), reservation.amount(), Scope.NEVER);
    }

    private Optional<ReservationId> parent(Order order) {
        return order instanceof Order.Hold hold
                ? Optional.ofNullable(parents.get(hold.swarm().value())).map(Reservation::id)
                : Optional.empty();
    }

    private Outcome resolve(Order.Resolve resolve) {
        Reservation reservation = known.get(resolve.holder());
        if (reservation == null) {
            return new Outcome.Unknown();
        }
        switch (reservation.state()) {
            case PENDING -> {
                Resolution resolution = Resolution.of(reservation, resolve.spent());
                resolutions.add(resolution);
                Entry.of(resolution.posting()).forEach(entry -> book(reservation, entry));
            }
            case EXPIRED -> late(reservation, resolve.spent());
            case POSTED, VOIDED, ENDED -> {}
        }
        return new Outcome.Resolved();
    }

    /** It was counted at its worst case; only what lies above it is new, and counts once. */
    private void late(Reservation expired, Money spent) {
        Posting posting = Posting.of(expired.amount(), spent);
        if (expired.overrun().equals(Money.ZERO) && !posting.overrun().equals(Money.ZERO)) {
            Resolution resolution = new Resolution(expired, Reservation.State.EXPIRED, posting);
            resolutions.add(resolution);
            lateExcesses.add(resolution);
            book(expired, Entry.overrun(posting.overrun()));
        }
    }

    private void book(Reservation reservation, Entry entry) {
        reservation.scopes().forEach(scope -> balances.computeIfPresent(scope, (name, before) -> before.plus(entry)));
        bookings.add(new Booking(reservation.id(), reservation.scopes(), entry));
    }

    /** The caps that an order must fit under. */
    static List<Scope> scopes(Order order, Map<String, Reservation> parents) {
        return switch (order) {
            case Order.Reserve reserve -> reserve.request().scopes();
            case Order.Hold hold -> {
                Reservation parent =
                        Objects.requireNonNull(parents.get(hold.swarm().value()));
                yield List.of(new Scope(hold.scope(), parent.amount(), Scope.NEVER, Scope.NEVER));
            }
            case Order.Resolve resolve -> List.of();
        };
    }

    /** How much more is in use in an account. */
    record Rise(Scope scope, Money before, Money after) {}

    /** The accounts in which money was set aside. A swarm's own calls move only what was set aside before, and are none. */
    List<Rise> rises() {
        return raised.values().stream()
                .filter(scope -> !scope.endsAt().equals(Scope.NEVER))
                .map(scope -> new Rise(scope, used(before, scope), used(balances, scope)))
                .toList();
    }

    private static Money used(Map<String, Balance> balances, Scope scope) {
        return Objects.requireNonNull(balances.get(scope.name())).used();
    }

    /** Opened and denied. */
    List<String> refused() {
        return refused;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }

    List<Booking> bookings() {
        return bookings;
    }

    /** Calls that turned out dearer than their worst case after their swarm was billed. */
    List<Resolution> lateExcesses() {
        return lateExcesses;
    }
}
