package dev.wakeful.budget.gateway;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.util.Optional;

/**
 * Where the money for calls comes from. Every method is durable when it returns, and the first resolution of a call wins. What is never
 * resolved counts at its worst case.
 */
public interface CallFunds {

    /** Holds the worst case of a call; answers what is left where that is too little, and nothing where it is held. */
    Optional<Money> reserve(SwarmId swarm, String call, Money worstCase);

    /** Whether money is set aside for the swarm: it was reserved, and the swarm has not ended. */
    boolean isOpen(SwarmId swarm);

    /** Books what the call has cost and returns the rest. */
    void settle(String call, Money actual);

    /** Returns all: the call was not made. */
    void release(String call);
}
