package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.Claim;

/** Knows how much of its repository a swarm asks for. */
public interface Checkouts {

    /**
     * The same for all trees of the swarm, whatever revision they stand at.
     *
     * @param workspace of the swarm; its tree need not have been made
     * @throws dev.wakeful.autodev.swarm.CannotGoOn when what the repository says of it cannot be used
     */
    Checkout checkout(Claim claim, Workspace workspace);
}
