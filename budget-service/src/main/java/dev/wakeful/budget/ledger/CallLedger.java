package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import org.springframework.stereotype.Component;

/**
 * Money for single calls of a model, held within what is set aside for their swarm (BUD-4). However many calls ask at once, from however
 * many copies of the service, what they hold and have spent together never exceeds the swarm's reservation.
 *
 * <p>Every method is durable when it returns, and idempotent by the call's id: the first resolution wins. A hold that nobody resolves, since
 * its caller was killed, counts at its worst case when the swarm's reservation ends or expires (BUD-6). Callers wait for one commit that
 * they share with all who ask at the same time.
 */
@Component
public final class CallLedger {

    private final HoldWriter writer;
    private final Brake brake;

    public CallLedger(HoldWriter writer, Brake brake) {
        this.writer = writer;
        this.brake = brake;
    }

    /** Whether a call may be made. */
    public sealed interface Answer {

        /** The worst case is held; the call must be settled or released. */
        record Granted() implements Answer {}

        /**
         * Nothing is held, and the call must not be made.
         *
         * @param available what is left of the swarm's reservation, zero where it has none, has ended or was stopped (BUD-8)
         */
        record UsedUp(Money available) implements Answer {}
    }

    /** Holds the worst case of a call. A call that is asked for again is granted while its hold is pending and large enough. */
    public Answer reserve(SwarmId swarm, String callId, Money worstCase) {
        brake.look(swarm);
        return switch (writer.ask(new Order.Hold(swarm, callId, worstCase))) {
            case Outcome.Granted granted -> new Answer.Granted();
            case Outcome.Denied denied -> new Answer.UsedUp(denied.available());
            case Outcome.Resolved resolved -> new Answer.UsedUp(Money.ZERO);
            case Outcome.Unknown unknown -> new Answer.UsedUp(Money.ZERO);
        };
    }

    /**
     * Posts what the call has cost and returns the rest to the swarm's reservation. What lies above the hold is booked as overrun.
     *
     * @throws IllegalArgumentException for a call that was never granted: its cost cannot be attributed to a swarm
     */
    public void settle(String callId, Money actual) {
        if (writer.ask(new Order.Resolve(callId, actual)) instanceof Outcome.Unknown) {
            throw new IllegalArgumentException(
                    "Call " + callId + " was never granted, so its cost of " + actual + " belongs to no swarm");
        }
    }

    /** Returns the whole hold: the call was not made. A call that was never granted has nothing to return. */
    public void release(String callId) {
        writer.ask(new Order.Resolve(callId, Money.ZERO));
    }
}
