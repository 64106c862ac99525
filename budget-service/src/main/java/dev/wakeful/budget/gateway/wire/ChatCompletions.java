package dev.wakeful.budget.gateway.wire;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's {@code POST /v1/chat/completions}, which most local models speak too. */
public final class ChatCompletions implements WireFormat {

    private static final List<String> CLIENT_TOOLS = List.of("function", "custom");
    private static final Set<String> NOT_TEXT = Set.of("image_url", "input_audio", "file", "video_url", "audio_url");

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
        asked.without("web_search_options", "audio", "modalities", "prediction", "best_of", "plugins");
        asked.atUsualPrices();
        asked.onlyToolsOfTheCaller(CLIENT_TOOLS);
        OptionalLong most = LongStream.of(
                        Asked.count(asked.json(), "max_completion_tokens").orElse(0),
                        Asked.count(asked.json(), "max_tokens").orElse(0))
                .filter(tokens -> tokens > 0)
                .max();
        long answers = Asked.count(asked.json(), "n").orElse(1);
        return new ModelCall(
                asked.model(), path, body, asked.json(), most, answers, asked.holds(Set.of("file_id"), NOT_TEXT));
    }

    @Override
    public Outbound outbound(ModelCall call, long maxOutput) {
        JsonNode options = call.json().path("stream_options");
        boolean streams = call.json().path("stream").asBoolean(false);
        boolean addUsage = streams && !options.path("include_usage").asBoolean(false);
        if (addUsage && options.isObject()) {
            ObjectNode changed = call.json().deepCopy();
            ((ObjectNode) changed.get("stream_options")).put("include_usage", true);
            if (call.maxOutput().isEmpty()) {
                changed.put("max_completion_tokens", maxOutput);
            }
            return new Outbound(Json.write(changed), true);
        }
        String limit = call.maxOutput().isPresent() ? "" : "\"max_completion_tokens\":" + maxOutput;
        String usage = addUsage ? "\"stream_options\":{\"include_usage\":true}" : "";
        String members = limit.isEmpty() || usage.isEmpty() ? limit + usage : limit + "," + usage;
        return new Outbound(members.isEmpty() ? call.body() : Asked.with(call, members), addUsage);
    }

    @Override
    public Counted count(JsonNode message) {
        JsonNode usage = message.path("usage");
        boolean whole = message.path("object").asString("").equals("chat.completion");
        return usage.has("completion_tokens")
                ? Counted.total(
                        OpenAiUsage.of(usage, "prompt_tokens", "completion_tokens"), whole || isOnlyUsage(message))
                : Counted.NOTHING;
    }

    @Override
    public boolean isOnlyUsage(JsonNode message) {
        JsonNode choices = message.path("choices");
        return choices.isArray() && choices.isEmpty() && message.path("usage").isObject();
    }

    @Override
    public byte[] error(Refusal refusal) {
        return OpenAiError.of(refusal);
    }
}
