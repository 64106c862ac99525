package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that a strategy made and that may mend the failure; nothing is proven yet.
 *
 * @param claim what an agent says it did; text from outside, and never proof (VER-5)
 * @param flags what it was told that reads like an order to an agent (DEV-5)
 */
public record Candidate(
        StrategyName strategy,
        Revision head,
        String title,
        @Nullable String claim,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Suspicion> flags) {

    public Candidate {
        flags = List.copyOf(flags);
    }

    /** A change that nobody says anything about. */
    public Candidate(StrategyName strategy, Revision head, String title) {
        this(strategy, head, title, null, List.of());
    }

    /** With what a second agent says of it; that is a claim too. */
    Candidate reviewed(Optional<String> review) {
        return review.map(word -> new Candidate(
                        strategy, head, title, claim == null || claim.isEmpty() ? word : claim + "\n" + word, flags))
                .orElse(this);
    }
}
