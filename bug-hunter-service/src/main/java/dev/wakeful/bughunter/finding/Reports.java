package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.Job;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.bughunter.history.JobRuns;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.FindingId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes reports of red jobs: each is attached to the open finding of its fingerprint, or opens one (TRG-16). Must be called inside a
 * transaction.
 */
@Component
public class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int TRIES = 3;

    private final JobRuns runs;
    private final Findings findings;
    private final Quarantine quarantine;
    private final Casebook casebook;
    private final Clock clock;

    Reports(JobRuns runs, Findings findings, Quarantine quarantine, Casebook casebook, Clock clock) {
        this.runs = runs;
        this.findings = findings;
        this.quarantine = quarantine;
        this.casebook = casebook;
        this.clock = clock;
    }

    public void take(BuildEvent.Failed failed) {
        Job job = new Job(failed.repository(), failed.job());
        History history = runs.lockedHistoryOf(job);
        Optional<FindingId> finding = attachOrOpen(Case.of(failed, history));
        runs.add(job, history, JobRun.failed(failed, finding));
    }

    private Optional<FindingId> attachOrOpen(Case reported) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<FindingId> attached =
                    findings.openWith(reported.fingerprint()).flatMap(open -> attach(open, reported));
            if (attached.isPresent()) {
                return attached;
            }
            if (reported.overcomeBy().isPresent()) {
                return passedOver(reported);
            }
            FindingId id = FindingId.make(clock.instant());
            if (casebook.open(reported.finding(id), reported.raised(id))) {
                return Optional.of(id);
            }
        }
        throw new IllegalStateException("The finding of " + reported.failed().build()
                + " was opened and resolved by others meanwhile; it is tried again");
    }

    private Optional<FindingId> attach(Finding open, Case reported) {
        NextReport next =
                NextReport.of(open, reported.verdict(), quarantine.endOf(open.fingerprint()), clock.instant());
        return switch (next) {
            case NextReport.Attach ignored -> {
                casebook.attach(open, reported.failed());
                yield Optional.of(open.id());
            }
            case NextReport.AttachAsFlaky flaky -> {
                casebook.attach(open, reported.failed());
                casebook.turnFlaky(open, flaky.reason());
                yield Optional.of(open.id());
            }
            case NextReport.JudgeAnew anew -> {
                casebook.resolve(open, reported.failed().revision(), anew.reason());
                yield Optional.empty();
            }
        };
    }

    private static Optional<FindingId> passedOver(Case reported) {
        LOG.atInfo()
                .addKeyValue("build", reported.failed().build())
                .addKeyValue("repository", reported.failed().repository())
                .log("A failure was told after the pass that ended it; no finding is raised");
        return Optional.empty();
    }
}
