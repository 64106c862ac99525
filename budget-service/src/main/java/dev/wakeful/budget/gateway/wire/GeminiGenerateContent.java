package dev.wakeful.budget.gateway.wire;

import dev.wakeful.budget.price.TokenUsage;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's {@code POST /v1beta/models/{model}:generateContent} and {@code :streamGenerateContent?alt=sse}. */
public final class GeminiGenerateContent implements WireFormat {

    private static final Pattern PATH =
            Pattern.compile("/v1beta/models/([A-Za-z0-9._-]{1,100}):(generateContent|streamGenerateContent)");
    private static final Set<String> ELSEWHERE =
            Set.of("inlineData", "inline_data", "fileData", "file_data", "cachedContent", "functionResponseParts");

    @Override
    public String provider() {
        return "gemini";
    }

    @Override
    public String keyHeader() {
        return "x-goog-api-key";
    }

    @Override
    public ModelCall read(String path, String query, byte[] body) {
        Matcher target = PATH.matcher(path);
        if (!target.matches()) {
            throw new CallRefused(Refusal.malformed(
                    "The path must be /v1beta/models/{model}:generateContent" + " or :streamGenerateContent"));
        }
        boolean streams = target.group(2).equals("streamGenerateContent");
        if (streams && !("&" + query + "&").contains("&alt=sse&")) {
            throw new CallRefused(Refusal.malformed("Streams are passed on as server-sent events only: use ?alt=sse"));
        }
        Asked asked = Asked.of(body);
        JsonNode config = asked.json().path("generationConfig");
        inCamelCase(asked.json());
        inCamelCase(config);
        onlyText(config);
        onlyFunctions(asked.json().path("tools"));
        asked.without("serviceTier");
        return new ModelCall(
                target.group(1),
                streams ? path + "?alt=sse" : path,
                body,
                asked.json(),
                Asked.count(config, "maxOutputTokens"),
                Asked.count(config, "candidateCount").orElse(1),
                asked.holds(ELSEWHERE, Set.of()));
    }

    /** Google reads snake_case too; a limit that is written twice could mean another thing there than here. */
    private static void inCamelCase(JsonNode object) {
        for (String name : object.propertyNames()) {
            if (name.contains("_")) {
                throw new CallRefused(Refusal.malformed("Names are lowerCamelCase here; '" + name + "' is not"));
            }
        }
    }

    private static void onlyText(JsonNode config) {
        for (JsonNode modality : config.path("responseModalities")) {
            if (!modality.asString("").equals("TEXT")) {
                throw new CallRefused(Refusal.unmetered("An answer of " + modality));
            }
        }
    }

    private static void onlyFunctions(JsonNode tools) {
        for (JsonNode tool : tools) {
            for (String name : tool.propertyNames()) {
                if (!Set.of("functionDeclarations", "function_declarations").contains(name)) {
                    throw new CallRefused(Refusal.unmetered("The tool " + name + ", which the provider runs itself,"));
                }
            }
        }
    }

    @Override
    public Outbound outbound(ModelCall call, long maxOutput) {
        if (call.maxOutput().isPresent()) {
            return new Outbound(call.body(), false);
        }
        if (call.json().path("generationConfig").isObject()) {
            ObjectNode changed = call.json().deepCopy();
            ((ObjectNode) changed.get("generationConfig")).put("maxOutputTokens", maxOutput);
            return new Outbound(Json.write(changed), false);
        }
        return new Outbound(Asked.with(call, "\"generationConfig\":{\"maxOutputTokens\":" + maxOutput + "}"), false);
    }

    @Override
    public Counted count(JsonNode message) {
        boolean end = message.path("candidates").path(0).has("finishReason")
                || message.path("promptFeedback").has("blockReason");
        JsonNode usage = message.path("usageMetadata");
        return usage.has("promptTokenCount")
                ? Counted.total(usage(usage), end)
                : end ? Counted.ended() : Counted.NOTHING;
    }

    /** Cached tokens are part of the prompt; thoughts and what tools brought in are not. */
    private static TokenUsage usage(JsonNode usage) {
        long cached = Tokens.of(usage, "cachedContentTokenCount");
        return new TokenUsage(
                Tokens.of(usage, "promptTokenCount") - cached + Tokens.of(usage, "toolUsePromptTokenCount"),
                cached,
                0,
                Tokens.of(usage, "candidatesTokenCount") + Tokens.of(usage, "thoughtsTokenCount"));
    }

    @Override
    public byte[] error(Refusal refusal) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", refusal.status())
                .put("message", refusal.message())
                .put("status", status(refusal.status()))
                .put("reason", refusal.reason());
        return Json.write(body);
    }

    private static String status(int status) {
        return switch (status) {
            case 400, 413 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 402 -> "FAILED_PRECONDITION";
            case 403 -> "PERMISSION_DENIED";
            default -> "UNAVAILABLE";
        };
    }
}
