package dev.wakeful.autodev.swarm;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.service.Provenance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A swarm that may work: it was asked for and is paid for.
 *
 * @param epoch in which it became ready; a stop since then ends it
 * @param traceparent the span in which it became ready
 * @param startedAt when its first process started; absent before
 * @param stopReason why it is to end before it is done; absent: it may go on
 */
public record Swarm(
        SwarmRequested request,
        Step step,
        Provenance provenance,
        long epoch,
        @Nullable String traceparent,
        Instant readyAt,
        @Nullable Instant startedAt,
        @Nullable String stopReason) {

    /** Nothing overrides this (LIM-1). */
    public static final Duration LONGEST = Duration.ofHours(4);

    /** When it must have ended; counted from its first process. */
    Instant deadline(Instant now) {
        Duration limit = request.timeLimit().compareTo(LONGEST) < 0 ? request.timeLimit() : LONGEST;
        return (startedAt == null ? now : startedAt).plus(limit);
    }
}
