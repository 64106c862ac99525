package dev.wakeful.autodev.brief;

import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;

/**
 * What an agent is told.
 *
 * @param flags text from outside that reads like an order to an agent; where there is any, a person looks at what comes of it
 */
public record Brief(String text, List<Suspicion> flags) {

    public Brief {
        flags = List.copyOf(flags);
    }
}
