package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
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

    /** The webhook was set up and its sender wants to hear so. */
    record Ping() implements Understood {}

    /** Nothing to act on. */
    record Nothing(String reason) implements Understood {}

    /** About a branch the system made itself. */
    record OwnBranch(String branch) implements Understood {}

    /** Not what the source documents. */
    record Malformed(String reason) implements Understood {}
}
