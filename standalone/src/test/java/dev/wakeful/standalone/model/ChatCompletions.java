package dev.wakeful.standalone.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** OpenAI's Chat Completions, as opencode speaks it. */
final class ChatCompletions implements Api {

    @Override
    public boolean isAt(String path) {
        return path.equals("/v1/chat/completions");
    }

    @Override
    public Ask ask(String path, JsonNode body) {
        JsonNode most = body.path("max_completion_tokens");
        return new Ask(
                body.path("model").asString(""),
                Answers.names(body.path("tools").valueStream().map(tool -> tool.path("function"))),
                Answers.count(body.path("messages").valueStream(), "role", Set.of("tool")),
                (most.isMissingNode() ? body.path("max_tokens") : most).asLong(0),
                body.toString());
    }

    @Override
    public List<Event> answer(Ask ask, Turn turn, Tokens used) {
        String reason = turn instanceof Turn.Use ? "tool_calls" : "stop";
        return List.of(
                chunk(ask, Map.of("choices", List.of(Map.of("index", 0, "delta", delta(ask, turn))))),
                chunk(ask, Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason)))),
                chunk(
                        ask,
                        Map.of(
                                "choices",
                                List.of(),
                                "usage",
                                Map.of(
                                        "prompt_tokens", used.input(),
                                        "completion_tokens", used.output(),
                                        "total_tokens", used.total()))),
                new Event("", "[DONE]"));
    }

    private static Event chunk(Ask ask, Map<String, Object> rest) {
        Map<String, Object> chunk = new LinkedHashMap<>(Map.of(
                "id", "c" + ask.results(), "object", "chat.completion.chunk", "created", 1, "model", ask.model()));
        chunk.putAll(rest);
        return new Event("", Answers.write(chunk));
    }

    private static Map<String, Object> delta(Ask ask, Turn turn) {
        return switch (turn) {
            case Turn.Use use ->
                Map.of(
                        "role",
                        "assistant",
                        "tool_calls",
                        List.of(Map.of(
                                "index",
                                0,
                                "id",
                                "call_" + ask.results(),
                                "type",
                                "function",
                                "function",
                                Map.of("name", use.tool(), "arguments", Answers.write(use.input())))));
            case Turn.Say say -> Map.of("role", "assistant", "content", say.text());
        };
    }

    @Override
    public Toolbox toolbox(Ask ask) {
        return new Toolbox() {
            @Override
            public Turn shell(String command) {
                return new Turn.Use("bash", Map.of("command", command, "description", "Run it"));
            }

            @Override
            public Turn fetch(String address) {
                return new Turn.Use("webfetch", Map.of("url", address, "format", "text"));
            }

            @Override
            public List<Turn> edit(String path, String from, String to) {
                return List.of(
                        new Turn.Use("read", Map.of("filePath", path)),
                        ask.tools().contains("apply_patch")
                                ? new Turn.Use("apply_patch", Map.of("patchText", Patch.of(path, from, to)))
                                : new Turn.Use("edit", Map.of("filePath", path, "oldString", from, "newString", to)));
            }
        };
    }
}
