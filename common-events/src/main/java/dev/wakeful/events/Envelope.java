package dev.wakeful.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside an event: CloudEvents 1.0 context attributes and our extensions. Most handlers never see it.
 *
 * @param id unique over the installation; delivering the same id twice is one event
 * @param source the service that says it, as a path, for example {@code /wakeful/planner}
 * @param type the wire name
 * @param subject the aggregate's id, also the Kafka key
 * @param time when it happened, UTC
 * @param lineage the cause it all goes back to ({@code ce_correlationid})
 * @param cause the event that led to this one ({@code ce_causationid}); absent at the start of a lineage
 * @param traceparent the W3C trace context, absent when nothing traced it
 */
public record Envelope(
        EventId id,
        String source,
        String type,
        String subject,
        Instant time,
        LineageId lineage,
        @Nullable EventId cause,
        @Nullable String traceparent) {}
