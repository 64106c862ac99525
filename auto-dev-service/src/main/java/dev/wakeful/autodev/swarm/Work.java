package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.SwarmEvent.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known and what was tried once the search is over.
 *
 * @param diagnosis absent when no revision in reach is green
 * @param untried the strategies that are left, cheapest first
 * @param attempts those that led to nothing
 */
public record Work(@Nullable Diagnosis diagnosis, List<StrategyName> untried, List<Attempt> attempts) {

    public Work {
        untried = List.copyOf(untried);
        attempts = List.copyOf(attempts);
    }

    /** The cheapest strategy that is left, or the end. */
    Step next() {
        return untried.isEmpty() ? new Step.Failed(reason(), message(), this) : new Step.Fix(this);
    }

    StrategyName strategy() {
        return untried.getFirst();
    }

    /** The strategy in hand led to nothing. */
    Work without(Result result, String message) {
        Attempt attempt = new Attempt(strategy(), result, message);
        return new Work(
                diagnosis,
                untried.subList(1, untried.size()),
                Stream.concat(attempts.stream(), Stream.of(attempt)).toList());
    }

    private Reason reason() {
        boolean onlyConflicts = attempts.stream().allMatch(attempt -> attempt.result() == Result.CONFLICT);
        return onlyConflicts ? Reason.REVERT_CONFLICTS : Reason.NOT_FIXED;
    }

    private String message() {
        return attempts.stream()
                .map(attempt -> attempt.strategy() + ": " + attempt.message())
                .collect(Collectors.joining(" ", "", " A person has to mend this one."));
    }
}
