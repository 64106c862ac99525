package dev.wakeful.budget.ledger;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the ledger of a checkpoint up to what was said after it. Calls of models are not said, so a reservation that was open counts in
 * full unless its end was told (BUD-6): it stays set aside, grants no call, and is posted in full whenever its swarm ends or it expires.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LedgerRecall {

    private final Reservations reservations;
    private final Accounts accounts;
    private final OpenCalls calls;

    public LedgerRecall(JdbcClient jdbc) {
        this.reservations = new Reservations(jdbc);
        this.accounts = new Accounts(jdbc);
        this.calls = new OpenCalls(reservations, accounts);
    }

    /** It was set aside: so it is again, in the same accounts, whatever has room. False where the swarm is known. */
    public boolean reserved(BudgetEvent.Reserved said, Origin origin, Instant now) {
        Reservation reservation = new Reservation(
                said.reservation(),
                said.swarm().value(),
                null,
                said.amount(),
                Money.ZERO,
                Reservation.State.PENDING,
                said.scopes(),
                said.expiresAt());
        if (reservations.open(List.of(new Opening(reservation, origin)), now).isEmpty()) {
            return false;
        }
        accounts.makeRoom(said.scopes(), said.amount());
        accounts.book(List.of(new Booking(said.reservation(), said.scopes(), Entry.reserve(said.amount()))), now);
        return true;
    }

    /** From now on every open reservation is in doubt, and grants no calls. */
    public int doubtAll(Instant now) {
        return reservations.doubtAll(now);
    }

    /** It was settled with what had been spent. False where nothing is open of it. */
    public boolean settled(BudgetEvent.Settled said, Instant now) {
        return resolve(said.swarm(), said.reservation(), said.spent(), now);
    }

    /** It was released with nothing spent. False where nothing is open of it. */
    public boolean released(BudgetEvent.Released said, Instant now) {
        return resolve(said.swarm(), said.reservation(), Money.ZERO, now);
    }

    private boolean resolve(SwarmId swarm, ReservationId id, Money spent, Instant now) {
        Optional<Reservation> open = reservations
                .lock(swarm.value())
                .filter(known -> known.isPending() && known.id().equals(id));
        open.ifPresent(pending -> {
            calls.close(pending, now);
            Resolution resolution = Resolution.of(pending, spent);
            reservations.resolve(List.of(resolution), now);
            accounts.book(Booking.of(pending, Entry.of(resolution.posting())).toList(), now);
        });
        return open.isPresent();
    }
}
