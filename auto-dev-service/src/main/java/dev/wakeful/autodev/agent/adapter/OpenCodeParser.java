package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of {@code opencode run --format json}. Tokens and cost are told for each step; tools when they have ended. */
final class OpenCodeParser implements Parser {

    private static final Set<String> WRITING = Set.of("edit", "write", "patch");

    private final Notes notes = new Notes();
    private final String model;
    private long costMicros;
    private boolean stopped;

    OpenCodeParser(String model) {
        this.model = model;
    }

    @Override
    public List<AgentEvent> read(Json line) {
        return switch (line.text("type")) {
            case "step_start" -> {
                stopped = false;
                yield notes.started(line.name("sessionID").orElse(null), model);
            }
            case "text" -> notes.message(line.text("part", "text"));
            case "reasoning" -> List.of(new AgentEvent.Thought(line.text("part", "text")));
            case "tool_use" -> tool(line.at("part"));
            case "step_finish" -> finished(line.at("part"));
            case "error" -> failed(line.at("error"));
            default -> List.of();
        };
    }

    private static List<AgentEvent> tool(Json part) {
        Json state = part.at("state");
        String id = part.text("callID");
        String name = part.text("tool");
        Integer exitCode = state.integer("metadata", "exit").isPresent()
                ? Integer.valueOf(state.integer("metadata", "exit").getAsInt())
                : null;
        boolean failed = !state.is("status", "completed") || (exitCode != null && exitCode != 0);
        List<AgentEvent> events = new ArrayList<>();
        events.add(new AgentEvent.ToolStarted(id, name, state.text("input")));
        events.add(new AgentEvent.ToolEnded(
                id, name, exitCode, failed, state.has("output") ? state.text("output") : state.text("error")));
        if (!failed && WRITING.contains(name)) {
            events.add(new AgentEvent.FileChanged(state.text("input", "filePath")));
        }
        return events;
    }

    private List<AgentEvent> finished(Json part) {
        stopped = part.is("reason", "stop");
        Json step = part.at("tokens");
        Tokens tokens = new Tokens(
                step.count("input"),
                step.count("output") + step.count("reasoning"),
                step.count("cache", "read"),
                step.count("cache", "write"));
        costMicros += part.micros("cost").orElse(0L);
        return notes.used(ClaudeUsage.sum(notes.tokens(), tokens), Optional.of(costMicros));
    }

    private List<AgentEvent> failed(Json error) {
        long status = error.count("data", "statusCode");
        String message = error.text("data", "message");
        String text =
                (status == 0 ? "" : "status " + status + ": ") + (message.isBlank() ? error.text("name") : message);
        return notes.failed(text, error.flag("data", "isRetryable"));
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        return stopped && exitCode <= 0 ? notes.end(Reason.DONE, "") : notes.ended(exitCode, complaint, false);
    }
}
