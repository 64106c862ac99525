package dev.wakeful.autodev.swarm;

import dev.wakeful.events.SwarmEvent.Bundle;
import dev.wakeful.events.SwarmEvent.Diff;
import java.util.Optional;

/** What became of a proven candidate that was to be packed. */
public sealed interface Packed {

    /**
     * It can be fetched.
     *
     * @param review what a second agent says of it, where one was asked
     */
    record Ready(Bundle bundle, Diff diff, Optional<String> review) implements Packed {}

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Packed {}
}
