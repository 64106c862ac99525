package dev.wakeful.budget.gateway.wire;

import tools.jackson.databind.JsonNode;

/** A number of tokens in a provider's answer. */
final class Tokens {

    private Tokens() {}

    /** @throws IllegalArgumentException when it is there and no whole number */
    static long of(JsonNode usage, String key) {
        JsonNode tokens = usage.path(key);
        if (tokens.isMissingNode() || tokens.isNull()) {
            return 0;
        }
        if (!tokens.isIntegralNumber() || !tokens.canConvertToLong()) {
            throw new IllegalArgumentException(key + " is " + tokens);
        }
        return tokens.longValue();
    }
}
