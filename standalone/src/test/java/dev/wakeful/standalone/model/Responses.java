package dev.wakeful.standalone.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** OpenAI's Responses, as Codex speaks it. */
final class Responses implements Api {

    @Override
    public boolean isAt(String path) {
        return path.equals("/v1/responses");
    }

    @Override
    public Ask ask(String path, JsonNode body) {
        return new Ask(
                body.path("model").asString(""),
                Answers.names(body.path("tools").valueStream()),
                Answers.count(
                        body.path("input").valueStream(),
                        "type",
                        Set.of("function_call_output", "custom_tool_call_output")),
                body.path("max_output_tokens").asLong(0),
                body.toString());
    }

    @Override
    public List<Event> answer(Ask ask, Turn turn, Tokens used) {
        Map<String, Object> item = item(ask, turn);
        Map<String, Object> place = Map.of("output_index", 0, "item", item);
        return List.of(
                Answers.named("response.created", Map.of("response", response(ask, "in_progress", List.of(), used))),
                Answers.named("response.output_item.added", place),
                Answers.named("response.output_item.done", place),
                Answers.named(
                        "response.completed", Map.of("response", response(ask, "completed", List.of(item), used))));
    }

    private static Map<String, Object> item(Ask ask, Turn turn) {
        return switch (turn) {
            case Turn.Use use ->
                Map.of(
                        "type",
                        "function_call",
                        "id",
                        "fc_" + ask.results(),
                        "call_id",
                        "call_" + ask.results(),
                        "name",
                        use.tool(),
                        "arguments",
                        Answers.write(use.input()),
                        "status",
                        "completed");
            case Turn.Say say ->
                Map.of(
                        "type", "message",
                        "id", "m_" + ask.results(),
                        "role", "assistant",
                        "status", "completed",
                        "content",
                                List.of(Map.of("type", "output_text", "text", say.text(), "annotations", List.of())));
        };
    }

    private static Map<String, Object> response(Ask ask, String status, List<Object> output, Tokens used) {
        Map<String, Object> response = new LinkedHashMap<>(Map.of(
                "id",
                "resp_" + ask.results(),
                "object",
                "response",
                "status",
                status,
                "model",
                ask.model(),
                "output",
                output));
        if (status.equals("completed")) {
            response.put(
                    "usage",
                    Map.of(
                            "input_tokens", used.input(),
                            "input_tokens_details", Map.of("cached_tokens", 0),
                            "output_tokens", used.output(),
                            "output_tokens_details", Map.of("reasoning_tokens", 0),
                            "total_tokens", used.total()));
        }
        return response;
    }

    @Override
    public Toolbox toolbox(Ask ask) {
        boolean plain = ask.tools().contains("shell_command");
        return new Toolbox() {
            @Override
            public Turn shell(String command) {
                return plain
                        ? new Turn.Use("shell_command", Map.of("command", command))
                        : new Turn.Use("exec_command", Map.of("cmd", command, "yield_time_ms", 30_000));
            }

            @Override
            public List<Turn> edit(String path, String from, String to) {
                return List.of(shell("apply_patch <<'EOF'\n" + Patch.of(path, from, to) + "\nEOF\n"));
            }
        };
    }
}
