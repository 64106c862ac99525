package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of {@code codex exec --json}. It tells its tokens at the end of a turn only, and never a cost. */
final class CodexParser implements Parser {

    private final Notes notes = new Notes();
    private final String model;

    CodexParser(String model) {
        this.model = model;
    }

    @Override
    public List<AgentEvent> read(Json line) {
        return switch (line.text("type")) {
            case "thread.started" -> notes.started(line.name("thread_id").orElse(null), model);
            case "item.started" -> began(line.at("item"));
            case "item.updated" -> line.at("item").is("type", "todo_list") ? planned(line.at("item")) : List.of();
            case "item.completed" -> completed(line.at("item"));
            case "turn.completed" -> Notes.all(used(line.at("usage")), notes.finished(Reason.DONE, ""));
            case "turn.failed" -> failed(line.text("error", "message"));
            // told of each try while it tries again; whether that was the end is told by turn.failed or by its exit
            // code
            case "error" -> notes.failed(line.text("message"), true);
            default -> List.of();
        };
    }

    private static List<AgentEvent> began(Json item) {
        return switch (item.text("type")) {
            case "command_execution" ->
                List.of(new AgentEvent.ToolStarted(item.text("id"), "shell", item.text("command")));
            case "mcp_tool_call" ->
                List.of(new AgentEvent.ToolStarted(item.text("id"), item.text("tool"), item.text("arguments")));
            case "todo_list" -> planned(item);
            default -> List.of();
        };
    }

    private static List<AgentEvent> planned(Json item) {
        return List.of(new AgentEvent.Planned(
                item.items("items").stream().map(entry -> entry.text("text")).toList()));
    }

    private List<AgentEvent> completed(Json item) {
        return switch (item.text("type")) {
            case "agent_message" -> notes.message(item.text("text"));
            case "reasoning" -> List.of(new AgentEvent.Thought(item.text("text")));
            case "command_execution" -> List.of(ended(item));
            case "mcp_tool_call" ->
                List.of(new AgentEvent.ToolEnded(
                        item.text("id"),
                        item.text("tool"),
                        null,
                        !item.is("status", "completed"),
                        item.text("result")));
            case "file_change" -> changed(item);
            case "todo_list" -> planned(item);
            case "error" -> notes.failed(item.text("message"), true);
            default -> List.of();
        };
    }

    private static AgentEvent ended(Json item) {
        Integer exitCode = item.integer("exit_code").isPresent()
                ? Integer.valueOf(item.integer("exit_code").getAsInt())
                : null;
        boolean failed = !item.is("status", "completed") || (exitCode != null && exitCode != 0);
        return new AgentEvent.ToolEnded(item.text("id"), "shell", exitCode, failed, item.text("aggregated_output"));
    }

    private static List<AgentEvent> changed(Json item) {
        if (!item.is("status", "completed")) {
            return List.of();
        }
        List<AgentEvent> events = new ArrayList<>();
        item.items("changes").forEach(change -> events.add(new AgentEvent.FileChanged(change.text("path"))));
        return events;
    }

    /** What came from the cache is part of its input, and what it thought is part of its output. */
    private List<AgentEvent> used(Json usage) {
        long cached = usage.count("cached_input_tokens");
        long written = usage.count("cache_write_input_tokens");
        Tokens turn = new Tokens(
                Math.max(0, usage.count("input_tokens") - cached - written),
                usage.count("output_tokens"),
                cached,
                written);
        return notes.used(turn, Optional.empty());
    }

    private List<AgentEvent> failed(String message) {
        return notes.finished(notes.reasonOf(message), message);
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        return notes.ended(exitCode, complaint, false);
    }
}
