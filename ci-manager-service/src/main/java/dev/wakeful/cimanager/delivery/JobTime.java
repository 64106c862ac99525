package dev.wakeful.cimanager.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a job took by the sender's clock; nothing where that is not told or cannot be, so that it counts at its worst case (BUD-6). */
final class JobTime {

    /** No run of the sender lasts longer. */
    private static final Duration LONGEST = Duration.ofDays(35);

    private JobTime() {}

    static @Nullable Duration between(Untrusted job) {
        Optional<Instant> start = time(job, "started_at");
        Optional<Instant> end = time(job, "completed_at");
        return start.flatMap(from -> end.map(to -> Duration.between(from, to)))
                .filter(took -> !took.isNegative() && took.compareTo(LONGEST) <= 0)
                .orElse(null);
    }

    private static Optional<Instant> time(Untrusted job, String field) {
        try {
            return job.optional(field, 50).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
