package dev.wakeful.autodev.swarm;

import dev.wakeful.events.SwarmEvent.Bundle;
import dev.wakeful.events.SwarmEvent.Diff;

/** What became of a proven candidate that was to be packed. */
public sealed interface Packed {

    /**
     * It can be fetched.
     *
     * @param review what came of a second agent's look at it
     */
    record Ready(Bundle bundle, Diff diff, Review review) implements Packed {}

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Packed {}
}
