package dev.wakeful.autodev.pipeline;

import dev.wakeful.autodev.workspace.Checkout;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How changes of a repository are verified, and what it tells those who make them.
 *
 * @param origin whether the repository says so itself; what was only detected refuses no change that is as good as the base
 * @param steps in the order in which they run
 * @param conventions for agents; text from outside
 * @param strategies what is tried, in this order; those in one list race; empty: the installation decides
 * @param checkout how much of the repository is in a workspace
 * @param mutation whether touched lines may be mutated (VER-3)
 * @param redAgain how often the failing revision has to be red again before a change is offered (VER-2); absent: the installation decides
 */
public record Pipeline(
        Origin origin,
        List<PipelineStep> steps,
        @Nullable String conventions,
        List<List<String>> strategies,
        Checkout checkout,
        Boolean mutation,
        @Nullable Integer redAgain) {

    /** Where it comes from. */
    public enum Origin {
        CONFIGURED,
        DETECTED
    }

    public Pipeline {
        steps = List.copyOf(steps);
        strategies = strategies.stream().map(List::copyOf).toList();
        // one that was written down before there were any
        checkout = Objects.requireNonNullElse(checkout, Checkout.WHOLE);
        mutation = Objects.requireNonNullElse(mutation, true);
    }
}
