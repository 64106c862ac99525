package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a delivery says. Pure data: the same bytes are always understood the same way. */
sealed interface Understood {

    /** A job ended, red or green. */
    record Report(
            boolean red,
            BuildId build,
            RepositoryName repository,
            String job,
            int attempt,
            Revision revision,
            String branch,
            String conclusion,
            @Nullable String step,
            @Nullable String url,
            Instant endedAt)
            implements Understood {}

    /**
     * Somebody has pushed: a sign of life (MODE-6).
     *
     * @param person as the sender calls them
     * @param at when, by the sender's clock where it can be
     */
    record Push(RepositoryName repository, String person, Instant at) implements Understood {}

    /** The webhook was set up and its sender wants to hear so. */
    record Ping() implements Understood {}

    /** Nothing to act on. */
    record Nothing(String reason) implements Understood {}

    /** About a branch the system made itself. */
    record OwnBranch(String branch) implements Understood {}

    /**
     * A job ended on a branch the system made itself: it is not reacted to, and costs CI minutes (BUD-9).
     *
     * @param task whose branch it is, where the branch tells
     * @param took where the sender's clock tells
     */
    record OwnJob(
            BuildId build,
            RepositoryName repository,
            @Nullable TaskId task,
            String job,
            int attempt,
            String branch,
            String conclusion,
            @Nullable Duration took)
            implements Understood {}

    /** Not what the source documents. */
    record Malformed(String reason) implements Understood {}
}
