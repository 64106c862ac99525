package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.classification.Verdict;
import dev.wakeful.events.Failure.Classification;
import java.time.Instant;
import java.util.Optional;

/** What a further report of an open finding's failure leads to (TRG-16). */
sealed interface NextReport {

    /** One more report of the same. */
    record Attach() implements NextReport {}

    /** One more report, and it shows that the failure is flaky. */
    record AttachAsFlaky(String reason) implements NextReport {}

    /** The quarantine is over and it still fails: the old finding ends, the failure is judged as a new one. */
    record JudgeAnew(String reason) implements NextReport {}

    /** Pure. */
    static NextReport of(Finding open, Verdict verdict, Optional<Instant> quarantineEnd, Instant now) {
        boolean over = quarantineEnd.isPresent() && !now.isBefore(quarantineEnd.get());
        return switch (open.classification()) {
            case FLAKY ->
                over ? new JudgeAnew("its quarantine ended and it fails again; it is judged anew") : new Attach();
            case REGRESSION, INFRASTRUCTURE ->
                verdict.classification() == Classification.FLAKY ? new AttachAsFlaky(verdict.reason()) : new Attach();
        };
    }
}
