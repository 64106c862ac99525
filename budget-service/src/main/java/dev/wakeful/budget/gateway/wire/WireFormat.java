package dev.wakeful.budget.gateway.wire;

import tools.jackson.databind.JsonNode;

/** One API that models are called by. Pure: bytes in, facts out. */
public interface WireFormat {

    /** The provider's name in the settings. */
    String provider();

    /** The name and the value of the header that carries a key. */
    String keyHeader();

    default String keyValue(String key) {
        return key;
    }

    /**
     * Reads what is asked for.
     *
     * @param path the path of the request
     * @param query its query, or nothing
     * @throws CallRefused where it cannot be read, or cannot be bounded
     */
    ModelCall read(String path, String query, byte[] body);

    /** The body for the provider, with the most tokens it may write put in where the caller says nothing. */
    Outbound outbound(ModelCall call, long maxOutput);

    /** What one message of a stream, or the whole of an answer that is none, tells about the use. */
    Counted count(JsonNode message);

    /** Whether this message of a stream carries nothing but the usage. */
    default boolean isOnlyUsage(JsonNode message) {
        return false;
    }

    /** A refusal as the provider's own clients expect errors. */
    byte[] error(Refusal refusal);
}
