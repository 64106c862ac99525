package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Claude Code's {@code stream-json}. */
final class ClaudeParser implements Parser {

    private static final Set<String> WRITING = Set.of("Edit", "Write", "MultiEdit", "NotebookEdit");
    private static final Pattern EXIT_CODE = Pattern.compile("^Exit code (\\d{1,3})\\b");

    private final Notes notes = new Notes();
    private final Tools tools = new Tools();
    private final ClaudeUsage usage = new ClaudeUsage();

    @Override
    public List<AgentEvent> read(Json line) {
        return switch (line.text("type")) {
            case "system" -> system(line);
            case "assistant" -> assistant(line);
            case "user" -> user(line);
            case "stream_event" ->
                usage.streamed(line.at("event")) ? notes.used(usage.total(), Optional.empty()) : List.of();
            case "result" -> result(line);
            default -> List.of();
        };
    }

    private List<AgentEvent> system(Json line) {
        return switch (line.text("subtype")) {
            case "init" ->
                notes.started(
                        line.name("session_id").orElse(null), line.name("model").orElse(null));
            case "api_retry" ->
                notes.failed(
                        "API error " + line.text("error_status") + ": " + line.text("error") + ", tried again", true);
            default -> List.of();
        };
    }

    private List<AgentEvent> assistant(Json line) {
        List<AgentEvent> events = new ArrayList<>();
        for (Json block : line.items("message", "content")) {
            switch (block.text("type")) {
                case "text" -> events.addAll(notes.message(block.text("text")));
                case "thinking" -> events.add(new AgentEvent.Thought(block.text("thinking")));
                case "tool_use" -> events.add(began(block));
                default -> {}
            }
        }
        return events;
    }

    private AgentEvent began(Json block) {
        String id = block.text("id");
        String name = block.text("name");
        tools.begin(id, name, WRITING.contains(name) ? block.text("input", "file_path") : "");
        return new AgentEvent.ToolStarted(id, name, block.text("input"));
    }

    private List<AgentEvent> user(Json line) {
        List<AgentEvent> events = new ArrayList<>();
        for (Json block : line.items("message", "content")) {
            if (block.is("type", "tool_result")) {
                events.addAll(ended(block));
            }
        }
        return events;
    }

    private List<AgentEvent> ended(Json block) {
        String id = block.text("tool_use_id");
        boolean failed = block.flag("is_error");
        String output = block.text("content");
        Tools.Open tool = tools.end(id).orElse(new Tools.Open("", ""));
        Matcher exit = EXIT_CODE.matcher(output);
        Integer exitCode = exit.find() ? Integer.valueOf(exit.group(1)) : null;
        AgentEvent end = new AgentEvent.ToolEnded(id, tool.name(), exitCode, failed, output);
        return tool.path().isEmpty() || failed ? List.of(end) : List.of(end, new AgentEvent.FileChanged(tool.path()));
    }

    /** Only {@code is_error} tells: a refusal of the provider comes with the subtype {@code success}. */
    private List<AgentEvent> result(Json line) {
        notes.started(line.name("session_id").orElse(null), null);
        List<AgentEvent> used = notes.used(usage.total(line), line.micros("total_cost_usd"));
        String text = line.text("result");
        if (!line.flag("is_error")) {
            return Notes.all(used, notes.finished(Reason.DONE, text));
        }
        String errors = String.join(
                "; ", line.items("errors").stream().map(error -> error.text()).toList());
        String why = text.isBlank() ? errors : text;
        return Notes.all(used, notes.finished(reason(line, why), why.isBlank() ? line.text("subtype") : why));
    }

    private Reason reason(Json line, String why) {
        return switch (line.text("subtype")) {
            case "error_max_turns" -> Reason.TURNS;
            case "error_max_budget_usd" -> Reason.MONEY;
            default -> {
                long status = line.count("api_error_status");
                Reason worded = notes.reasonOf(why);
                yield worded != Reason.DIED || status == 0 ? worded : Refusals.of((int) Math.min(status, 599));
            }
        };
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        return notes.ended(exitCode, complaint, false);
    }
}
