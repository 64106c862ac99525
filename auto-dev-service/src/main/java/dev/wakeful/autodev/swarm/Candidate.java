package dev.wakeful.autodev.swarm;

import dev.wakeful.events.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A change that a strategy made and that may mend the failure; nothing is proven yet.
 *
 * @param claim what an agent says it did; text from outside, and never proof (VER-5)
 */
public record Candidate(
        StrategyName strategy,
        Revision head,
        String title,
        @Nullable String claim) {

    /** A change that nobody says anything about. */
    public Candidate(StrategyName strategy, Revision head, String title) {
        this(strategy, head, title, null);
    }
}
