package dev.wakeful.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Diagnosed problems. Key: the finding. */
public sealed interface FindingEvent extends Event {

    FindingId finding();

    @Override
    default String key() {
        return finding().value();
    }

    /**
     * A failure that no open finding covers (TRG-16).
     *
     * @param reason why it was classified so, one sentence
     * @param lastGood the newest revision on which this job was seen green, where one is known
     * @param failedAt when the job failed, by the CI system's clock
     * @param acceptedAt when the webhook was durably accepted, by ours
     * @param url of the run on the CI system, as it says itself; text from outside, data only; absent: it names none
     */
    @WireName("finding.raised.v1")
    record Raised(
            FindingId finding,
            Fingerprint fingerprint,
            RepositoryName repository,
            String job,
            @Nullable String step,
            Revision revision,
            String branch,
            Failure failure,
            Failure.Classification classification,
            String reason,
            @Nullable Revision lastGood,
            Instant failedAt,
            Instant acceptedAt,
            @Nullable String url)
            implements FindingEvent {

        /** Without the run's address. */
        public Raised(
                FindingId finding,
                Fingerprint fingerprint,
                RepositoryName repository,
                String job,
                @Nullable String step,
                Revision revision,
                String branch,
                Failure failure,
                Failure.Classification classification,
                String reason,
                @Nullable Revision lastGood,
                Instant failedAt,
                Instant acceptedAt) {
            this(
                    finding,
                    fingerprint,
                    repository,
                    job,
                    step,
                    revision,
                    branch,
                    failure,
                    classification,
                    reason,
                    lastGood,
                    failedAt,
                    acceptedAt,
                    null);
        }
    }

    /** The same failure again; attached to the open finding, never a second one (TRG-16). */
    @WireName("finding.attached.v1")
    record Attached(FindingId finding, BuildId build, Revision revision, int reports) implements FindingEvent {}

    /** New evidence changed what the failure is taken for. */
    @WireName("finding.reclassified.v1")
    record Reclassified(FindingId finding, Failure.Classification classification, String reason)
            implements FindingEvent {}

    /** The job that failed passes again on the watched branch. */
    @WireName("finding.resolved.v1")
    record Resolved(FindingId finding, Revision revision, String reason) implements FindingEvent {}
}
