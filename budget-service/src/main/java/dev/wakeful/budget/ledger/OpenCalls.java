package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of a swarm whose reservation ends. */
final class OpenCalls {

    private final Reservations reservations;
    private final Accounts accounts;

    OpenCalls(Reservations reservations, Accounts accounts) {
        this.reservations = reservations;
        this.accounts = accounts;
    }

    /** Counts calls that nobody resolved at their worst case, locks every account of the swarm, and tells what all its calls have cost. */
    Money close(Reservation swarm, Instant now) {
        List<Reservation> open = reservations.lockOpenCalls(swarm.id());
        List<String> scopes = new ArrayList<>(swarm.scopes());
        accounts.find(Order.scopeOf(swarm.holder())).ifPresent(calls -> scopes.add(Order.scopeOf(swarm.holder())));
        @Nullable Balance calls = accounts.open(List.of(), scopes).get(Order.scopeOf(swarm.holder()));
        if (!open.isEmpty()) {
            List<Resolution> expired = open.stream()
                    .map(call -> Resolution.expired(call, Money.ZERO))
                    .toList();
            reservations.resolve(expired, now);
            accounts.book(
                    expired.stream()
                            .flatMap(call -> Booking.of(call.reservation(), Entry.of(call.posting())))
                            .toList(),
                    now);
        }
        return calls == null ? Money.ZERO : calls.used();
    }
}
