package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task at a glance.
 *
 * @param state one of {@code PLANNED, RUNNING, POSTPONED, APPROVAL_REQUIRED, PROPOSED, PARKED, CLOSED}
 * @param attempt the newest attempt, from 1
 * @param step the newest step of the newest attempt
 * @param updatedAt the newest word about it or its attempts
 * @param url its page
 */
public record TaskHead(
        String id,
        String title,
        @Nullable String repository,
        String state,
        @Nullable Integer tier,
        @Nullable Integer priority,
        @Nullable Integer attempt,
        @Nullable String step,
        @Nullable String message,
        @Nullable Instant until,
        @Nullable String pullRequestUrl,
        long spentMicros,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String traceId,
        String url) {}
