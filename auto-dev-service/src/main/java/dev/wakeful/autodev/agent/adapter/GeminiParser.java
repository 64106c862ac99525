package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gemini CLI's {@code stream-json}. It tells its tokens at the end only, never a cost, and some refusals by its exit code only. */
final class GeminiParser implements Parser {

    private static final Set<String> WRITING = Set.of("write_file", "replace");

    private final Notes notes = new Notes();
    private final Tools tools = new Tools();
    private String error = "";

    @Override
    public List<AgentEvent> read(Json line) {
        if (line.is("type", "message") && line.is("role", "assistant")) {
            return line.flag("delta") ? notes.piece(line.text("content")) : notes.message(line.text("content"));
        }
        return Notes.all(notes.whole(), other(line));
    }

    private List<AgentEvent> other(Json line) {
        return switch (line.text("type")) {
            case "init" ->
                notes.started(
                        line.name("session_id").orElse(null), line.name("model").orElse(null));
            case "tool_use" -> List.of(began(line));
            case "tool_result" -> ended(line);
            case "error" -> notes.failed(line.text("message"), line.is("severity", "warning"));
            case "result" -> result(line);
            default -> List.of();
        };
    }

    private AgentEvent began(Json line) {
        String id = line.text("tool_id");
        String name = line.text("tool_name");
        tools.begin(id, name, WRITING.contains(name) ? line.text("parameters", "file_path") : "");
        return new AgentEvent.ToolStarted(id, name, line.text("parameters"));
    }

    private List<AgentEvent> ended(Json line) {
        String id = line.text("tool_id");
        boolean failed = !line.is("status", "success");
        Tools.Open tool = tools.end(id).orElse(new Tools.Open("", ""));
        String output = line.has("output") ? line.text("output") : line.text("error", "message");
        AgentEvent end = new AgentEvent.ToolEnded(id, tool.name(), null, failed, output);
        return tool.path().isEmpty() || failed ? List.of(end) : List.of(end, new AgentEvent.FileChanged(tool.path()));
    }

    private List<AgentEvent> result(Json line) {
        List<AgentEvent> used = line.has("stats") ? used(line.at("stats")) : List.of();
        if (line.is("status", "success")) {
            return Notes.all(used, notes.finished(Reason.DONE, ""));
        }
        error = line.text("error", "message");
        Optional<Reason> known = Refusals.of(error);
        // without words that are known its exit code decides
        return Notes.all(used, known.isPresent() ? notes.finished(known.get(), error) : notes.failed(error, false));
    }

    /** What it thought is in the total only. */
    private List<AgentEvent> used(Json stats) {
        long cached = stats.count("cached");
        long input = stats.has("input") ? stats.count("input") : Math.max(0, stats.count("input_tokens") - cached);
        long output = Math.max(stats.count("output_tokens"), stats.count("total_tokens") - stats.count("input_tokens"));
        return notes.used(new Tokens(input, output, cached, 0), Optional.empty());
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        return reason(exitCode)
                .filter(reason -> !notes.isFinished())
                .map(reason -> notes.end(reason, error.isBlank() ? words(exitCode, complaint) : error))
                .orElseGet(() -> notes.ended(exitCode, complaint, false));
    }

    private static String words(int exitCode, String complaint) {
        String last = Exits.lastLine(complaint);
        return Exits.words(exitCode) + (last.isBlank() ? "." : ": " + last);
    }

    /** Its documented exit codes, and HTTP statuses of which the system keeps the lowest byte only. */
    private static Optional<Reason> reason(int exitCode) {
        return switch (exitCode) {
            case 41, 42, 52 -> Optional.of(Reason.REFUSED);
            case 53 -> Optional.of(Reason.TURNS);
            case 402 & 0xff -> Optional.of(Reason.MONEY);
            case 429 & 0xff -> Optional.of(Reason.USAGE_LIMIT);
            case 400 & 0xff, 401 & 0xff, 403 & 0xff, 404 & 0xff, 413 & 0xff -> Optional.of(Reason.REFUSED);
            case 500 & 0xff, 502 & 0xff, 503 & 0xff, 504 & 0xff, 529 & 0xff -> Optional.of(Reason.OUTAGE);
            default -> Optional.empty();
        };
    }
}
