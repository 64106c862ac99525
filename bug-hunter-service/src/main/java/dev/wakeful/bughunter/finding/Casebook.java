package dev.wakeful.bughunter.finding;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Revision;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Changes findings, each change together with the event that tells of it. */
@Component
class Casebook {

    private final Findings findings;
    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Clock clock;

    Casebook(Findings findings, Quarantine quarantine, Outbox outbox, Clock clock) {
        this.findings = findings;
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens the finding, or says false when one with its fingerprint is open already. */
    boolean open(Finding finding, FindingEvent.Raised raised) {
        boolean opened = findings.open(finding, clock.instant());
        if (opened) {
            outbox.append(raised);
            if (finding.classification() == Classification.FLAKY) {
                quarantine.put(finding);
            }
        }
        return opened;
    }

    /** One more report of the same failure. */
    void attach(Finding finding, BuildEvent.Failed failed) {
        findings.attach(finding.id(), failed.failedAt());
        outbox.append(
                new FindingEvent.Attached(finding.id(), failed.build(), failed.revision(), finding.reports() + 1));
    }

    /** From now on it is taken for flaky and stays in quarantine for its term. */
    void turnFlaky(Finding finding, String reason) {
        findings.reclassify(finding.id(), Classification.FLAKY);
        quarantine.put(finding);
        outbox.append(new FindingEvent.Reclassified(finding.id(), Classification.FLAKY, reason));
    }

    void resolve(Finding finding, Revision revision, String reason) {
        findings.resolve(finding.id(), clock.instant());
        outbox.append(new FindingEvent.Resolved(finding.id(), revision, reason));
    }
}
