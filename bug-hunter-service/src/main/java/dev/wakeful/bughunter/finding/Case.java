package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.classification.Classifier;
import dev.wakeful.bughunter.classification.Report;
import dev.wakeful.bughunter.classification.Verdict;
import dev.wakeful.bughunter.fingerprint.Fingerprints;
import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.Job;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import java.util.Optional;

/** A reported failure with all that was found out about it. Pure. */
record Case(BuildEvent.Failed failed, Failure failure, Fingerprint fingerprint, Verdict verdict, History history) {

    static Case of(BuildEvent.Failed failed, History history) {
        Report report = Report.of(failed);
        Failure failure = report.diagnosis().failure();
        return new Case(
                failed, failure, Fingerprints.of(failed, failure), Classifier.classify(report, history), history);
    }

    /**
     * The pass that ended this failure before it was told of. A flaky failure is ended by no pass.
     */
    Optional<JobRun> overcomeBy() {
        return verdict.classification() == Classification.FLAKY
                ? Optional.empty()
                : history.overcomeBy(failed.branch(), failed.failedAt(), failed.revision());
    }

    /** The finding this failure opens. */
    Finding finding(FindingId id) {
        return new Finding(
                id,
                fingerprint,
                new Job(failed.repository(), failed.job()),
                failed.branch(),
                failed.revision(),
                verdict.classification(),
                1,
                failed.failedAt());
    }

    FindingEvent.Raised raised(FindingId id) {
        return new FindingEvent.Raised(
                id,
                fingerprint,
                failed.repository(),
                failed.job(),
                failed.step(),
                failed.revision(),
                failed.branch(),
                failure,
                verdict.classification(),
                verdict.reason(),
                history.lastGood(failed.branch(), failed.failedAt(), failed.revision())
                        .orElse(null),
                failed.failedAt(),
                failed.acceptedAt(),
                failed.url());
    }
}
