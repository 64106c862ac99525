package dev.wakeful.budget.gateway.wire;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** OpenAI's {@code POST /v1/responses}. */
public final class OpenAiResponses implements WireFormat {

    private static final List<String> CLIENT_TOOLS = List.of("function", "custom", "local_shell", "apply_patch");
    private static final Set<String> ELSEWHERE = Set.of("previous_response_id", "conversation", "prompt", "file_id");
    private static final Set<String> NOT_TEXT =
            Set.of("input_image", "input_file", "input_audio", "item_reference", "image_generation_call", "compaction");

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String keyHeader() {
        return "Authorization";
    }

    @Override
    public String keyValue(String key) {
        return "Bearer " + key;
    }

    @Override
    public ModelCall read(String path, String query, byte[] body) {
        Asked asked = Asked.of(body);
        asked.without("background", "modalities", "context_management");
        asked.atUsualPrices();
        asked.onlyToolsOfTheCaller(CLIENT_TOOLS);
        return new ModelCall(
                asked.model(),
                path,
                body,
                asked.json(),
                Asked.count(asked.json(), "max_output_tokens"),
                1,
                asked.holds(ELSEWHERE, NOT_TEXT));
    }

    @Override
    public Outbound outbound(ModelCall call, long maxOutput) {
        return new Outbound(
                call.maxOutput().isPresent() ? call.body() : Asked.with(call, "\"max_output_tokens\":" + maxOutput),
                false);
    }

    @Override
    public Counted count(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "response.completed", "response.incomplete", "response.failed" -> whole(message.path("response"));
            case "" -> message.path("object").asString("").equals("response") ? whole(message) : Counted.NOTHING;
            default -> Counted.NOTHING;
        };
    }

    private static Counted whole(JsonNode response) {
        JsonNode usage = response.path("usage");
        return usage.has("output_tokens")
                ? Counted.total(OpenAiUsage.of(usage, "input_tokens", "output_tokens"), true)
                : Counted.ended();
    }

    @Override
    public byte[] error(Refusal refusal) {
        return OpenAiError.of(refusal);
    }
}
