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
 * @param untried the heats that are left, cheapest first; the first one is in hand
 * @param attempts those that led to nothing
 */
public record Work(@Nullable Diagnosis diagnosis, List<Heat> untried, List<Attempt> attempts) {

    public Work {
        untried = List.copyOf(untried);
        attempts = List.copyOf(attempts);
    }

    /** The cheapest heat that is left, or the end. */
    Step next() {
        return untried.isEmpty() ? new Step.Failed(reason(), message(), this) : new Step.Fix(this);
    }

    Heat heat() {
        return untried.getFirst();
    }

    /** These strategies of the heat in hand led to nothing. */
    Work with(Stream<Attempt> inVain) {
        return new Work(
                diagnosis, untried, Stream.concat(attempts.stream(), inVain).toList());
    }

    /** The candidate in hand led to nothing, and with it its heat. */
    public Work without(Candidate candidate, Result result, String message) {
        return with(Stream.of(new Attempt(candidate.strategy(), result, message)))
                .withoutHeat();
    }

    /** The heat in hand led to nothing. */
    Work withoutHeat() {
        return new Work(diagnosis, untried.subList(1, untried.size()), attempts);
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
