package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to JSON and back. Unknown fields are ignored, so a producer may add optional ones, and an optional field that is absent is not
 * written; a missing required field, a value of another kind (an amount with a fraction, a number as text) or a malformed document is an
 * {@link UndecodableEvent}.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static byte[] encode(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** @throws UndecodableEvent when the type is unknown or the document does not fit it */
    public static Event decode(String wireName, byte[] json) {
        Class<? extends Event> type = EventTypes.byName(wireName)
                .orElseThrow(() -> new UndecodableEvent("There is no event type '" + wireName + "'"));
        try {
            Event event = MAPPER.readValue(json, type);
            RequiredFields.check((Record) event);
            return event;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UndecodableEvent(
                    "'" + wireName + "' does not fit: " + e.getMessage() + " in " + abbreviated(json), e);
        }
    }

    private static String abbreviated(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
