package dev.wakeful.budget.gateway;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the money for calls comes from. The first resolution of a call wins, and is known to whatever is asked after it. What is never
 * resolved, or not durably before the process ends, counts at its worst case.
 */
public interface CallFunds {

    /** Holds the worst case of a call, durably; answers what is left where that is too little, and nothing where it is held. */
    Optional<Money> reserve(SwarmId swarm, String call, Money worstCase);

    /** Whether calls of the swarm can be paid for at all. */
    Standing standing(SwarmId swarm);

    /** How a swarm stands with its money. */
    enum Standing {
        /** Money is set aside for it: it was reserved, and the swarm has not ended. */
        OPEN,
        /** It is, and its calls are stopped, since it spent too fast or without progress (BUD-8). */
        RATE_STOPPED,
        /** It has none, or has ended. */
        CLOSED
    }

    /** Books what the call has cost and returns the rest. */
    CompletableFuture<Void> settle(String call, Money actual);

    /** Returns all: the call was not made. */
    CompletableFuture<Void> release(String call);
}
