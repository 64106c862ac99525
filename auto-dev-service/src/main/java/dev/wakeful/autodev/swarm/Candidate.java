package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that a strategy made and that may mend the failure; nothing is proven yet.
 *
 * @param claim what an agent says it did; text from outside, and never proof (VER-5)
 * @param flags what a person has to know of it besides its lines: what its maker was told that reads like an order to an agent (DEV-5), and that a
 *     review that is required is missing
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

    /** With what a second agent says of it, which is a claim too, and with why a person has to decide for want of its acceptance. */
    Candidate reviewed(Review review) {
        return new Candidate(
                strategy,
                head,
                title,
                Stream.of(claim == null ? "" : claim, review.words())
                        .filter(words -> !words.isEmpty())
                        .reduce((own, other) -> own + "\n" + other)
                        .orElse(claim),
                Stream.concat(flags.stream(), review.suspicions().stream()).toList());
    }
}
