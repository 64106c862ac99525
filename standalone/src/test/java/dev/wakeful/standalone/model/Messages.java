package dev.wakeful.standalone.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Anthropic's Messages, as Claude Code speaks it. */
final class Messages implements Api {

    @Override
    public boolean isAt(String path) {
        return path.equals("/v1/messages");
    }

    @Override
    public Ask ask(String path, JsonNode body) {
        int results = Answers.count(
                body.path("messages")
                        .valueStream()
                        .flatMap(message -> message.path("content").valueStream()),
                "type",
                Set.of("tool_result"));
        return new Ask(
                body.path("model").asString(""),
                Answers.names(body.path("tools").valueStream()),
                results,
                body.path("max_tokens").asLong(0),
                body.toString());
    }

    @Override
    public List<Event> answer(Ask ask, Turn turn, Tokens used) {
        boolean tool = turn instanceof Turn.Use;
        return List.of(
                Answers.named("message_start", Map.of("message", message(ask, used))),
                Answers.named("content_block_start", Map.of("index", 0, "content_block", block(ask, turn))),
                Answers.named("content_block_delta", Map.of("index", 0, "delta", delta(turn))),
                Answers.named("content_block_stop", Map.of("index", 0)),
                Answers.named(
                        "message_delta",
                        Map.of(
                                "delta",
                                Map.of("stop_reason", tool ? "tool_use" : "end_turn"),
                                "usage",
                                Map.of("output_tokens", used.output()))),
                Answers.named("message_stop", Map.of()));
    }

    private static Map<String, Object> message(Ask ask, Tokens used) {
        return Map.of(
                "id",
                "msg_" + ask.results(),
                "type",
                "message",
                "role",
                "assistant",
                "model",
                ask.model(),
                "content",
                List.of(),
                "usage",
                Map.of(
                        "input_tokens", used.input(),
                        "cache_creation_input_tokens", 0,
                        "cache_read_input_tokens", 0,
                        "output_tokens", 1));
    }

    private static Map<String, Object> block(Ask ask, Turn turn) {
        return switch (turn) {
            case Turn.Use use ->
                Map.of("type", "tool_use", "id", "toolu_" + ask.results(), "name", use.tool(), "input", Map.of());
            case Turn.Say say -> Map.of("type", "text", "text", "");
        };
    }

    private static Map<String, Object> delta(Turn turn) {
        return switch (turn) {
            case Turn.Use use -> Map.of("type", "input_json_delta", "partial_json", Answers.write(use.input()));
            case Turn.Say say -> Map.of("type", "text_delta", "text", say.text());
        };
    }

    @Override
    public Toolbox toolbox(Ask ask) {
        return new Toolbox() {
            @Override
            public Turn shell(String command) {
                return new Turn.Use("Bash", Map.of("command", command, "description", "Run it"));
            }

            @Override
            public List<Turn> edit(String path, String from, String to) {
                return List.of(
                        new Turn.Use("Read", Map.of("file_path", path)),
                        new Turn.Use("Edit", Map.of("file_path", path, "old_string", from, "new_string", to)));
            }
        };
    }
}
