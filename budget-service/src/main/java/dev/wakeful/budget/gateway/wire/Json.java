package dev.wakeful.budget.gateway.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as strict as a gateway needs it: a key that comes twice could mean one thing here and another at the provider, so it is refused;
 * numbers keep all their digits.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** @throws JacksonException when it is no JSON */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** @throws CallRefused when it is no JSON object */
    static ObjectNode object(byte[] body) {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new CallRefused(Refusal.malformed("The body is no JSON: " + e.getOriginalMessage()));
        }
        throw new CallRefused(Refusal.malformed("The body must be a JSON object"));
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] write(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }
}
