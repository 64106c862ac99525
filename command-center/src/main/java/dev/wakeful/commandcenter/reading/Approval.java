package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person and what became of it (AUTH-10). Texts from outside (title, risk) are data.
 *
 * @param what why a person is asked
 * @param quoteMicros the most a yes may cost; an answer has to name it
 * @param state {@code WAITING}, {@code APPROVED}, {@code DENIED}, {@code EXPIRED}, {@code VOIDED} (a newer question took its place) or
 *     {@code WITHDRAWN} (its task went on without an answer)
 * @param swarm whose agent asks; absent: the planner asks, about the task
 * @param call exactly what the agent would do, as JSON
 * @param expected absent: an agent asks, or too few such attempts have ended
 * @param url the page of its task
 */
public record Approval(
        String id,
        String task,
        String title,
        String repository,
        int tier,
        String rule,
        String what,
        long quoteMicros,
        String risk,
        Instant askedAt,
        Instant expiresAt,
        String state,
        @Nullable String answeredBy,
        @Nullable String reason,
        @Nullable Instant answeredAt,
        @Nullable String swarm,
        @Nullable String agent,
        @Nullable String call,
        @Nullable Expected expected,
        String url) {

    /**
     * What such attempts cost and took so far (BUD-7), in micro-dollars and milliseconds, as it was told of the newest of the same repository and
     * kind of failure.
     *
     * @param basis which ones, in words
     */
    public record Expected(long p50Micros, long p90Micros, long p50Millis, long p90Millis, String basis) {}

    /** Whether a working agent asks, and not the planner. */
    public boolean byAgent() {
        return swarm != null;
    }

    public boolean waiting() {
        return state.equals("WAITING");
    }
}
