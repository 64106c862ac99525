package dev.wakeful.events;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as message headers: CloudEvents 1.0 binary mode for Kafka ({@code ce_…}), our extensions {@code ce_correlationid},
 * {@code ce_causationid} and {@code ce_sequence}, and the W3C {@code traceparent} beside them. Values are UTF-8 text.
 */
public final class EnvelopeHeaders {

    private EnvelopeHeaders() {}

    /** The headers of an envelope; {@code sequence} grows with the order of writing in the source. */
    public static Map<String, String> write(Envelope envelope, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().value());
        headers.put("ce_source", envelope.source());
        headers.put("ce_type", envelope.type());
        headers.put("ce_subject", envelope.subject());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_dataschema", schemaOf(envelope.type()));
        headers.put("ce_correlationid", envelope.lineage().value());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        if (envelope.cause() != null) {
            headers.put("ce_causationid", envelope.cause().value());
        }
        if (envelope.traceparent() != null) {
            headers.put("traceparent", envelope.traceparent());
        }
        return headers;
    }

    /** The absolute name of the JSON Schema of a type, also the {@code $id} in it. */
    static String schemaOf(String wireName) {
        return "urn:wakeful:schema:" + wireName;
    }

    /** @throws UndecodableEvent when a required attribute is missing or malformed */
    public static Envelope read(Function<String, @Nullable String> header) {
        try {
            return new Envelope(
                    new EventId(required(header, "ce_id")),
                    required(header, "ce_source"),
                    required(header, "ce_type"),
                    required(header, "ce_subject"),
                    Instant.parse(required(header, "ce_time")),
                    new LineageId(required(header, "ce_correlationid")),
                    Optional.ofNullable(header.apply("ce_causationid"))
                            .map(EventId::new)
                            .orElse(null),
                    header.apply("traceparent"));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new UndecodableEvent("The envelope is malformed: " + e.getMessage(), e);
        }
    }

    private static String required(Function<String, @Nullable String> header, String name) {
        String value = header.apply(name);
        if (value == null) {
            throw new UndecodableEvent("The header " + name + " is missing");
        }
        return value;
    }
}
