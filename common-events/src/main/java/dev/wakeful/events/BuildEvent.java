package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What CI systems report, in one form whatever the source. Key: the repository, so that runs of one repository stay in order. */
public sealed interface BuildEvent extends Event {

    RepositoryName repository();

    @Override
    default String key() {
        return repository().value();
    }

    /**
     * A job ended red (TRG-1, TRG-2).
     *
     * @param job the CI job, the unit that is watched and compared: {@code workflow / job}
     * @param attempt the CI system's run attempt, from 1
     * @param conclusion the CI system's own word, for example {@code failure}, {@code timed_out}, {@code startup_failure}
     * @param step the failing step where the CI system names one
     * @param log the last part of the job's log where it was sent; text from outside, data only
     * @param failedAt when the job ended, by the CI system's clock
     * @param acceptedAt when the webhook was durably accepted, by ours
     */
    @WireName("build.failed.v1")
    record Failed(
            BuildId build,
            RepositoryName repository,
            String job,
            int attempt,
            Revision revision,
            String branch,
            String conclusion,
            @Nullable String step,
            @Nullable String log,
            @Nullable String url,
            Instant failedAt,
            Instant acceptedAt)
            implements BuildEvent {}

    /** A job ended green. */
    @WireName("build.passed.v1")
    record Passed(
            BuildId build,
            RepositoryName repository,
            String job,
            int attempt,
            Revision revision,
            String branch,
            Instant passedAt,
            Instant acceptedAt)
            implements BuildEvent {}

    /**
     * A job has ended that the system itself caused: it ran for a branch of ours (BUD-9). Nobody mends what it says; what it took is paid for.
     *
     * @param build the job and its attempt; the same job told twice is one job
     * @param task whose branch it is, as the branch says; absent: the branch does not tell
     * @param took from the job's start to its end by the CI system's clock; absent: not told, or it cannot be true
     */
    @WireName("build.caused.v1")
    record Caused(
            BuildId build,
            RepositoryName repository,
            @Nullable TaskId task,
            String job,
            int attempt,
            String branch,
            String conclusion,
            @Nullable Duration took,
            Instant acceptedAt)
            implements BuildEvent {}

    /** A delivery names a repository that nobody added; it is kept and handled once somebody does. */
    @WireName("delivery.unmatched.v1")
    record Unmatched(RepositoryName repository, String source, String delivery, Instant acceptedAt)
            implements BuildEvent {}
}
