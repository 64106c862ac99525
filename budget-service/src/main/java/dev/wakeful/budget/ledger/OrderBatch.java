package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out many orders in the caller's transaction with a handful of statements, as if one after the other. */
final class OrderBatch {

    private static final Logger LOG = LoggerFactory.getLogger(OrderBatch.class);

    private final Reservations reservations;
    private final Accounts accounts;
    private final Watch watch;

    OrderBatch(JdbcClient jdbc, Watch watch) {
        this.watch = watch;
        this.reservations = new Reservations(jdbc);
        this.accounts = new Accounts(jdbc);
    }

    /** One outcome for each order. No two orders have the same holder. */
    List<Outcome> carryOut(List<Order> orders, Instant now) {
        Map<String, Reservation> parents = parents(orders);
        Map<String, Opening> openings = new LinkedHashMap<>();
        orders.forEach(order -> {
            Opening opening = opening(order, parents, now);
            if (opening != null) {
                openings.put(order.holder(), opening);
            }
        });
        Set<String> opened = openings.isEmpty() ? Set.of() : reservations.open(List.copyOf(openings.values()), now);
        openings.keySet().retainAll(opened);
        Map<String, Reservation> known = known(orders, openings.keySet());
        OrderDecisions decisions =
                new OrderDecisions(openings, parents, known, balances(orders, openings, parents, known));
        List<Outcome> outcomes = orders.stream().map(decisions::decide).toList();
        write(decisions, now);
        decisions.rises().forEach(rise -> watch.more(rise.scope(), rise.before(), rise.after(), now));
        return outcomes;
    }

    private Map<String, Reservation> parents(List<Order> orders) {
        Set<String> swarms = orders.stream()
                .filter(Order.Hold.class::isInstance)
                .map(order -> ((Order.Hold) order).swarm().value())
                .collect(Collectors.toSet());
        return swarms.isEmpty() ? Map.of() : reservations.share(swarms);
    }

    private static @Nullable Opening opening(Order order, Map<String, Reservation> parents, Instant now) {
        return switch (order) {
            case Order.Reserve reserve -> Opening.of(reserve.request(), reserve.origin(), now);
            case Order.Hold hold -> {
                Reservation parent = parents.get(hold.swarm().value());
                yield parent == null || !parent.grantsCalls() ? null : hold(hold, parent, now);
            }
            case Order.Resolve resolve -> null;
        };
    }

    private static Opening hold(Order.Hold hold, Reservation parent, Instant now) {
        return new Opening(
                new Reservation(
                        ReservationId.make(now),
                        hold.holder(),
                        parent.id(),
                        hold.worstCase(),
                        Money.ZERO,
                        Reservation.State.PENDING,
                        List.of(hold.scope()),
                        parent.expiresAt()),
                null);
    }

    private Map<String, Reservation> known(List<Order> orders, Set<String> opened) {
        List<String> holders = orders.stream()
                .map(Order::holder)
                .filter(holder -> !opened.contains(holder))
                .toList();
        return holders.isEmpty() ? Map.of() : reservations.lock(holders);
    }

    private Map<String, Balance> balances(
            List<Order> orders,
            Map<String, Opening> openings,
            Map<String, Reservation> parents,
            Map<String, Reservation> known) {
        List<Scope> wanted = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (Order order : orders) {
            if (openings.containsKey(order.holder())) {
                wanted.addAll(OrderDecisions.scopes(order, parents));
            }
            Reservation reservation = known.get(order.holder());
            if (reservation != null && order instanceof Order.Resolve) {
                there.addAll(reservation.scopes());
                if (reservation.state() == Reservation.State.EXPIRED && reservation.parent() != null) {
                    there.addAll(reservations.scopesOf(Order.swarmOf(reservation)));
                }
            }
        }
        return wanted.isEmpty() && there.isEmpty() ? Map.of() : accounts.open(wanted, there);
    }

    private void write(OrderDecisions decisions, Instant now) {
        List<Booking> bookings = new ArrayList<>(decisions.bookings());
        decisions.lateExcesses().forEach(late -> bookings.add(billSwarm(late, now)));
        if (!decisions.refused().isEmpty()) {
            reservations.withdraw(decisions.refused());
        }
        if (!decisions.resolutions().isEmpty()) {
            reservations.resolve(decisions.resolutions(), now);
        }
        if (!bookings.isEmpty()) {
            accounts.book(bookings, now);
        }
    }

    /** The swarm is billed already, so what comes late gets a row of its own in the swarm's accounts. */
    private Booking billSwarm(Resolution late, Instant now) {
        ReservationId id = ReservationId.make(now);
        Reservation call = late.reservation();
        List<String> scopes = reservations.scopesOf(Order.swarmOf(call));
        Money excess = late.posting().overrun();
        LOG.warn(
                "{} has cost {} more than its worst case, after its swarm was billed; it is booked as overrun",
                call.holder(),
                excess);
        Reservation bill = new Reservation(
                id, "late:" + call.holder(), call.parent(), Money.ZERO, excess, Reservation.State.ENDED, scopes, null);
        reservations.open(List.of(new Opening(bill, null)), now);
        return new Booking(id, scopes, Entry.overrun(excess));
    }
}
