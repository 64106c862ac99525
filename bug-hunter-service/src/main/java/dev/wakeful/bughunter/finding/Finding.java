package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.history.Job;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.Revision;
import java.time.Instant;

/**
 * An open finding.
 *
 * @param branch the branch of the first report
 * @param revision the revision of the first report
 * @param reports how often it was reported, the first time included
 * @param lastFailedAt the latest failure reported for it, by the CI system's clock
 */
record Finding(
        FindingId id,
        Fingerprint fingerprint,
        Job job,
        String branch,
        Revision revision,
        Classification classification,
        int reports,
        Instant lastFailedAt) {}
