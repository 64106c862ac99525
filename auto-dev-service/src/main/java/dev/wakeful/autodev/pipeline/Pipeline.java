package dev.wakeful.autodev.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How changes of a repository are verified, and what it tells those who make them.
 *
 * @param origin whether the repository says so itself; what was only detected refuses no change that is as good as the base
 * @param steps in the order in which they run
 * @param conventions for agents; text from outside
 * @param strategies what is tried, in this order; those in one list race; empty: the installation decides
 */
public record Pipeline(
        Origin origin, List<PipelineStep> steps, @Nullable String conventions, List<List<String>> strategies) {

    /** Where it comes from. */
    public enum Origin {
        CONFIGURED,
        DETECTED
    }

    public Pipeline {
        steps = List.copyOf(steps);
        strategies = strategies.stream().map(List::copyOf).toList();
    }
}
