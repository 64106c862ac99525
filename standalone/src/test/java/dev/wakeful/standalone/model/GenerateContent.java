package dev.wakeful.standalone.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Google's generateContent and streamGenerateContent, as Gemini CLI speaks them. */
final class GenerateContent implements Api {

    private static final Pattern PATH = Pattern.compile("/v1beta/models/([^/:]+):(stream)?[gG]enerateContent");

    @Override
    public boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public Ask ask(String path, JsonNode body) {
        Matcher matcher = PATH.matcher(path);
        int results = (int) body.path("contents")
                .valueStream()
                .flatMap(content -> content.path("parts").valueStream())
                .filter(part -> part.has("functionResponse"))
                .count();
        return new Ask(
                matcher.matches() ? matcher.group(1) : "",
                Answers.names(body.path("tools")
                        .valueStream()
                        .flatMap(tool -> tool.path("functionDeclarations").valueStream())),
                results,
                body.path("generationConfig").path("maxOutputTokens").asLong(0),
                body.toString());
    }

    @Override
    public List<Event> answer(Ask ask, Turn turn, Tokens used) {
        return List.of(new Event(
                "",
                Answers.write(Map.of(
                        "candidates",
                        List.of(Map.of(
                                "content",
                                Map.of("role", "model", "parts", List.of(part(turn))),
                                "finishReason",
                                "STOP",
                                "index",
                                0)),
                        "usageMetadata",
                        Map.of(
                                "promptTokenCount", used.input(),
                                "candidatesTokenCount", used.output(),
                                "totalTokenCount", used.total()),
                        "modelVersion",
                        ask.model()))));
    }

    private static Map<String, Object> part(Turn turn) {
        return switch (turn) {
            case Turn.Use use -> Map.of("functionCall", Map.of("name", use.tool(), "args", use.input()));
            case Turn.Say say -> Map.of("text", say.text());
        };
    }

    @Override
    public Toolbox toolbox(Ask ask) {
        return new Toolbox() {
            @Override
            public Turn shell(String command) {
                return new Turn.Use("run_shell_command", Map.of("command", command, "description", "Run it"));
            }

            @Override
            public List<Turn> edit(String path, String from, String to) {
                return List.of(new Turn.Use("write_file", Map.of("file_path", path, "content", to + "\n")));
            }
        };
    }
}
