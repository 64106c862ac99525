package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work that may start once it is paid for, or that is to end. Key: the swarm. */
public sealed interface DispatchEvent extends Event {

    SwarmId swarm();

    @Override
    default String key() {
        return swarm().value();
    }

    /**
     * A swarm is wanted. Budget reserves the quote; auto-dev starts when it has both.
     *
     * @param attempt from 1, counted over the lineage (LIM-4)
     * @param lastGood the newest revision known green, where one is known
     * @param expected what the report from outside says failed, to compare with what the system sees
     * @param quote the most this swarm is expected to spend, reserved before it starts
     * @param timeLimit wall-clock limit of the whole swarm (LIM-1: at most 4 h)
     * @param acceptedAt when the webhook that led here was durably accepted
     * @param funding which part of the day's money pays; absent: the automatic one (BUD-1)
     * @param typical what half of such swarms cost at most, where history tells (BUD-7)
     * @param step the failing step where the CI system names one; text from outside, data only
     * @param url of the failing run on the CI system, where it names one; text from outside, data only
     */
    @WireName("swarm.requested.v1")
    record SwarmRequested(
            SwarmId swarm,
            TaskId task,
            FindingId finding,
            WatchedRepository repository,
            String job,
            Revision revision,
            String branch,
            @Nullable Revision lastGood,
            Failure expected,
            int attempt,
            Money quote,
            Duration timeLimit,
            Instant acceptedAt,
            @Nullable Funding funding,
            @Nullable Money typical,
            @Nullable String step,
            @Nullable String url)
            implements DispatchEvent {

        /** Without a word of where in the CI system it failed. */
        public SwarmRequested(
                SwarmId swarm,
                TaskId task,
                FindingId finding,
                WatchedRepository repository,
                String job,
                Revision revision,
                String branch,
                @Nullable Revision lastGood,
                Failure expected,
                int attempt,
                Money quote,
                Duration timeLimit,
                Instant acceptedAt,
                @Nullable Funding funding,
                @Nullable Money typical) {
            this(
                    swarm,
                    task,
                    finding,
                    repository,
                    job,
                    revision,
                    branch,
                    lastGood,
                    expected,
                    attempt,
                    quote,
                    timeLimit,
                    acceptedAt,
                    funding,
                    typical,
                    null,
                    null);
        }
    }

    /**
     * A swarm is not wanted any more: whoever has it ends its processes at once and says {@code swarm.stopped}, so that its money is settled. Of
     * a swarm that has not begun it says that it never will; one that has ended by itself stays as it ended (BUD-5, BUD-8, MODE-4).
     *
     * @param decision why; its outcome is the reason that people read
     */
    @WireName("swarm.stop-requested.v1")
    record SwarmStopRequested(SwarmId swarm, TaskId task, Decision decision) implements DispatchEvent {}

    /** The parts of a day's money (BUD-1). */
    enum Funding {
        /** Started without a person. */
        AUTOMATIC,
        /** A person said yes to exactly this. */
        APPROVED,
        /** A critical fix, from the reserve. */
        EMERGENCY
    }
}
