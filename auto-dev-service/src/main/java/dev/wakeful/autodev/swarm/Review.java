package dev.wakeful.autodev.swarm;

import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;

/**
 * What came of a second agent's look at a proven change.
 *
 * @param words for people, a claim (VER-5); empty: nobody was asked
 * @param suspicions why a person has to decide, where the policy requires a review that nobody gave
 */
public record Review(String words, List<Suspicion> suspicions) {

    /** Nobody was to be asked. */
    public static final Review NONE = new Review("", List.of());

    public Review {
        suspicions = List.copyOf(suspicions);
    }
}
