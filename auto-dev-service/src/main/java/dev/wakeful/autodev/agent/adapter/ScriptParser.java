package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Our own events as JSON lines. */
final class ScriptParser implements Parser {

    private final Notes notes = new Notes();

    @Override
    public List<AgentEvent> read(Json line) {
        return switch (line.text("event")) {
            case "started" ->
                notes.started(
                        line.name("session").orElse(null), line.name("model").orElse(null));
            case "message" -> notes.message(line.text("text"));
            case "thought" -> List.of(new AgentEvent.Thought(line.text("text")));
            case "tool-started" ->
                List.of(new AgentEvent.ToolStarted(line.text("id"), line.text("name"), line.text("input")));
            case "tool-ended" -> List.of(ended(line));
            case "file-changed" -> List.of(new AgentEvent.FileChanged(line.text("path")));
            case "permission-asked" ->
                List.of(new AgentEvent.PermissionAsked(line.text("id"), line.text("what"), texts(line, "options")));
            case "used" -> notes.used(tokens(line), micros(line));
            case "planned" -> List.of(new AgentEvent.Planned(texts(line, "entries")));
            case "failed" -> notes.failed(line.text("message"), line.flag("retryable"));
            case "finished" -> notes.finished(reason(line), line.text("message"));
            default -> List.of();
        };
    }

    private static AgentEvent ended(Json line) {
        Integer exitCode = line.integer("exit").isPresent()
                ? Integer.valueOf(line.integer("exit").getAsInt())
                : null;
        boolean failed = line.flag("failed") || (exitCode != null && exitCode != 0);
        return new AgentEvent.ToolEnded(line.text("id"), line.text("name"), exitCode, failed, line.text("output"));
    }

    private static List<String> texts(Json line, String name) {
        return line.items(name).stream().map(item -> item.text()).toList();
    }

    private static Tokens tokens(Json line) {
        return new Tokens(line.count("input"), line.count("output"), line.count("cacheRead"), line.count("cacheWrite"));
    }

    private static Optional<Long> micros(Json line) {
        return line.has("costMicros") ? Optional.of(line.count("costMicros")) : Optional.empty();
    }

    private static Reason reason(Json line) {
        String told = line.text("reason").toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(told))
                .findFirst()
                .orElse(told.isEmpty() ? Reason.DONE : Reason.DIED);
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        return notes.ended(exitCode, complaint, false);
    }
}
