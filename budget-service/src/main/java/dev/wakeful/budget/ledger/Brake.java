package dev.wakeful.budget.ledger;

import dev.wakeful.events.SwarmId;

/** Looks at a swarm before a call of it is granted, outside of any transaction, and may stop its calls (BUD-8). */
public interface Brake {

    /** Stops nothing. */
    Brake NONE = swarm -> {};

    void look(SwarmId swarm);
}
