package dev.wakeful.budget.gateway.wire;

import dev.wakeful.budget.price.TokenUsage;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's {@code POST /v1/messages}. */
public final class AnthropicMessages implements WireFormat {

    private static final List<String> CLIENT_TOOLS = List.of("custom", "bash_", "text_editor_", "computer_", "memory_");
    private static final Set<String> NOT_TEXT =
            Set.of("image", "document", "file", "container_upload", "search_result", "compaction");

    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public String keyHeader() {
        return "x-api-key";
    }

    @Override
    public ModelCall read(String path, String query, byte[] body) {
        Asked asked = Asked.of(body);
        asked.without("mcp_servers", "container", "speed", "inference_geo", "context_management", "fallbacks");
        asked.atUsualPrices();
        asked.onlyToolsOfTheCaller(CLIENT_TOOLS);
        OptionalLong most = Asked.count(asked.json(), "max_tokens");
        String target = query.equals("beta=true") ? path + "?beta=true" : path;
        return new ModelCall(asked.model(), target, body, asked.json(), most, 1, asked.holds(Set.of(), NOT_TEXT));
    }

    @Override
    public Outbound outbound(ModelCall call, long maxOutput) {
        return new Outbound(
                call.maxOutput().isPresent() ? call.body() : Asked.with(call, "\"max_tokens\":" + maxOutput), false);
    }

    @Override
    public Counted count(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "message_start" -> Counted.soFar(usage(message.path("message").path("usage")));
            case "message_delta" ->
                message.path("usage").has("output_tokens")
                        ? Counted.total(usage(message.path("usage")), false)
                        : Counted.NOTHING;
            case "message_stop" -> Counted.ended();
            case "message" ->
                message.path("usage").has("output_tokens")
                        ? Counted.total(usage(message.path("usage")), true)
                        : Counted.ended();
            default -> Counted.NOTHING;
        };
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Tokens.of(usage, "input_tokens"),
                Tokens.of(usage, "cache_read_input_tokens"),
                Tokens.of(usage, "cache_creation_input_tokens"),
                Tokens.of(usage, "output_tokens"));
    }

    @Override
    public byte[] error(Refusal refusal) {
        ObjectNode body = Json.object().put("type", "error");
        body.putObject("error")
                .put("type", type(refusal.status()))
                .put("message", refusal.message())
                .put("reason", refusal.reason());
        return Json.write(body);
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 413 -> "request_too_large";
            default -> "api_error";
        };
    }
}
