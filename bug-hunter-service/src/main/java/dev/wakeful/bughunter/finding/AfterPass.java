package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.classification.Classifier;
import dev.wakeful.bughunter.history.History;
import dev.wakeful.events.BuildEvent;
import java.time.Instant;
import java.util.Optional;

/** What a green run means for an open finding of the same job. */
sealed interface AfterPass {

    /** Nothing. */
    record Stays() implements AfterPass {}

    /** It passes and fails on the same revision. */
    record TurnsFlaky(String reason) implements AfterPass {}

    /** The failure is over. */
    record Resolves(String reason) implements AfterPass {}

    /**
     * Pure. Judged by the CI system's clock, so a pass that is told late resolves nothing that failed after it. A re-run of a revision
     * that ran before the failure resolves nothing either: it says nothing about what came after.
     */
    static AfterPass of(
            Finding open, BuildEvent.Passed passed, History history, Optional<Instant> quarantineEnd, Instant now) {
        boolean sameRevision =
                passed.revision().equals(open.revision()) || history.failedOn(passed.revision(), open.id());
        boolean later = passed.branch().equals(open.branch())
                && passed.passedAt().isAfter(open.lastFailedAt())
                && (sameRevision || !history.seenBefore(open.branch(), passed.revision(), open.lastFailedAt()));
        return switch (open.classification()) {
            case INFRASTRUCTURE -> later ? resolves(passed) : new Stays();
            case REGRESSION -> {
                if (sameRevision) {
                    yield new TurnsFlaky(Classifier.flaky(passed.revision()).reason());
                }
                yield later ? resolves(passed) : new Stays();
            }
            case FLAKY -> {
                boolean over = quarantineEnd.isPresent() && !now.isBefore(quarantineEnd.get());
                yield over && later ? resolves(passed) : new Stays();
            }
        };
    }

    private static AfterPass resolves(BuildEvent.Passed passed) {
        return new Resolves("the job passes again on " + passed.revision().abbreviated());
    }
}
