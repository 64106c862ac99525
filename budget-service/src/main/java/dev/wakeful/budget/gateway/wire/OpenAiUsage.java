package dev.wakeful.budget.gateway.wire;

import dev.wakeful.budget.price.TokenUsage;
import tools.jackson.databind.JsonNode;

/** OpenAI counts what was read from or written to its cache within the input; here the kinds do not overlap. */
final class OpenAiUsage {

    private OpenAiUsage() {}

    /** @throws IllegalArgumentException where the parts are more than the whole */
    static TokenUsage of(JsonNode usage, String input, String output) {
        long read = Tokens.of(usage.path(input + "_details"), "cached_tokens");
        long written = Tokens.of(usage.path(input + "_details"), "cache_write_tokens");
        long all = Tokens.of(usage, input);
        return new TokenUsage(all - read - written, read, written, Tokens.of(usage, output));
    }
}
