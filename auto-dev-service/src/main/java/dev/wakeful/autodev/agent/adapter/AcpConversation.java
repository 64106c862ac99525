package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The client's side of the Agent Client Protocol: initialize, a session (the earlier one where it can be loaded), one prompt, and answers to
 * what the agent asks meanwhile. It offers neither files nor terminals: the agent has its own, inside the sandbox.
 */
final class AcpConversation implements Conversation {

    private final AgentSpec spec;
    private final Permissions permissions;
    private final Rpc rpc = new Rpc();
    private final Notes notes = new Notes();
    private final AcpUpdates updates = new AcpUpdates(notes);
    private final AcpCalls calls = new AcpCalls();
    private Stage stage = Stage.INITIALIZE;
    private List<String> signIns = List.of();
    private String session = "";
    private long strange;

    /** Which of our requests is unanswered. */
    private enum Stage {
        INITIALIZE,
        LOAD,
        SIGN_IN,
        NEW,
        PROMPT,
        OVER
    }

    AcpConversation(AgentSpec spec, Permissions permissions) {
        this.spec = spec;
        this.permissions = permissions;
    }

    @Override
    public List<String> opening() {
        Map<String, Object> capabilities =
                Map.of("fs", Map.of("readTextFile", false, "writeTextFile", false), "terminal", false);
        return List.of(rpc.request("initialize", Map.of("protocolVersion", 1, "clientCapabilities", capabilities)));
    }

    @Override
    public boolean isAnswered() {
        return true;
    }

    @Override
    public Heard heard(String line) {
        Optional<Json> message = Json.parse(line);
        if (message.isEmpty()) {
            strange += line.isBlank() ? 0 : 1;
            return nothing();
        }
        Json json = message.get();
        if (!json.has("method")) {
            return json.count("id") == rpc.last() ? answered(json) : nothing();
        }
        if (json.has("id")) {
            return asked(json);
        }
        // while a session is loaded the agent tells its past again
        return json.is("method", "session/update") && stage == Stage.PROMPT
                ? updated(json.at("params", "update"))
                : nothing();
    }

    private Heard updated(Json update) {
        return new Heard(updates.read(update, calls.told(update)), List.of());
    }

    private static Heard nothing() {
        return new Heard(List.of(), List.of());
    }

    private Heard answered(Json answer) {
        boolean failed = answer.has("error");
        Json result = answer.at("result");
        return switch (stage) {
            case INITIALIZE -> failed ? over(answer) : initialized(result);
            case LOAD -> failed ? next(Stage.NEW) : opened(spec.session() == null ? "" : spec.session());
            case SIGN_IN -> failed ? over(answer) : next(Stage.NEW);
            case NEW -> {
                boolean mustSignIn = failed && answer.at("error", "code").node().asInt(0) == -32000;
                yield mustSignIn && !signIns.isEmpty()
                        ? next(Stage.SIGN_IN)
                        : failed
                                ? over(answer)
                                : opened(result.name("sessionId").orElse(""));
            }
            case PROMPT -> failed ? over(answer) : prompted(result);
            case OVER -> nothing();
        };
    }

    private Heard initialized(Json result) {
        signIns = result.items("authMethods").stream()
                .flatMap(method -> method.name("id").stream())
                .sorted((one, other) -> Boolean.compare(other.contains("api"), one.contains("api")))
                .toList();
        boolean loads = result.flag("agentCapabilities", "loadSession");
        return next(spec.session() != null && loads ? Stage.LOAD : Stage.NEW);
    }

    private Heard next(Stage next) {
        stage = next;
        Map<String, Object> place = Map.of("cwd", spec.directory().toString(), "mcpServers", List.of());
        String request = switch (next) {
            case LOAD -> rpc.request("session/load", with(place, "sessionId", String.valueOf(spec.session())));
            case SIGN_IN -> signIn();
            case NEW -> rpc.request("session/new", place);
            case PROMPT ->
                rpc.request(
                        "session/prompt",
                        Map.of("sessionId", session, "prompt", List.of(Map.of("type", "text", "text", spec.brief()))));
            case INITIALIZE, OVER -> throw new IllegalStateException(next + " is not asked for");
        };
        return new Heard(List.of(), List.of(request));
    }

    /** Once: if the session is refused again, that is the end. */
    private String signIn() {
        String method = signIns.getFirst();
        signIns = List.of();
        return rpc.request("authenticate", Map.of("methodId", method));
    }

    private static Map<String, Object> with(Map<String, Object> params, String name, String value) {
        Map<String, Object> more = new LinkedHashMap<>(params);
        more.put(name, value);
        return more;
    }

    private Heard opened(String id) {
        if (id.isEmpty()) {
            stage = Stage.OVER;
            return new Heard(notes.finished(Reason.DIED, "It opened no session"), List.of());
        }
        session = id;
        return new Heard(
                notes.started(id, spec.model().isBlank() ? null : spec.model()),
                next(Stage.PROMPT).answers());
    }

    private Heard prompted(Json result) {
        List<AgentEvent> events = new ArrayList<>(notes.whole());
        stage = Stage.OVER;
        events.addAll(updates.used(result));
        String stop = result.text("stopReason");
        events.addAll(
                switch (stop) {
                    case "end_turn" -> notes.finished(Reason.DONE, "");
                    case "max_turn_requests" -> notes.finished(Reason.TURNS, "It used up its turns");
                    case "max_tokens" -> notes.finished(Reason.TURNS, "Its answer reached the longest that is allowed");
                    case "refusal" -> notes.finished(Reason.REFUSED, "It refused to go on");
                    case "cancelled" -> notes.finished(Reason.DIED, "It was told to break off");
                    default -> notes.finished(Reason.DIED, "It stopped for a reason that is not known: " + stop);
                });
        return new Heard(events, List.of());
    }

    private Heard over(Json answer) {
        stage = Stage.OVER;
        String why = (answer.text("error", "message") + " " + answer.text("error", "data")).strip();
        List<AgentEvent> events = new ArrayList<>(notes.whole());
        events.addAll(notes.finished(notes.reasonOf(why), Cut.to(500, why)));
        return new Heard(events, List.of());
    }

    private Heard asked(Json request) {
        if (!request.is("method", "session/request_permission")) {
            return new Heard(
                    List.of(),
                    List.of(Rpc.error(
                            request.at("id").node(), Rpc.NO_SUCH_METHOD, "Not offered: " + request.text("method"))));
        }
        Json told = request.at("params", "toolCall");
        List<Permissions.Option> options = request.items("params", "options").stream()
                .map(option -> new Permissions.Option(option.text("optionId"), option.text("kind")))
                .toList();
        ToolCall call = calls.called(told);
        return switch (call.ruling(permissions)) {
            case ALLOW -> atOnce(request, call, options, true);
            case REFUSE -> atOnce(request, call, options, false);
            case ASK -> forAPerson(request, call, options);
        };
    }

    private List<AgentEvent> before(Json request, ToolCall call) {
        List<AgentEvent> events = new ArrayList<>(notes.whole());
        events.addAll(updates.asked(request.text("params", "toolCall", "toolCallId"), call));
        return events;
    }

    private Heard atOnce(Json request, ToolCall call, List<Permissions.Option> options, boolean allowed) {
        List<AgentEvent> events = before(request, call);
        events.add(new AgentEvent.PermissionAsked(
                request.text("id"),
                request.text("params", "toolCall", "title"),
                options.stream().map(Permissions.Option::id).toList()));
        return new Heard(events, List.of(outcome(request.at("id").node(), Permissions.choose(allowed, options))));
    }

    /** What cannot be shown in whole, or be allowed once, nobody can say yes to. */
    private Heard forAPerson(Json request, ToolCall call, List<Permissions.Option> options) {
        Optional<String> shown = call.shown();
        boolean once = !Permissions.chooseOnce(true, options).isEmpty();
        if (stage != Stage.PROMPT || shown.isEmpty() || !once || !calls.isRoom()) {
            return atOnce(request, call, options, false);
        }
        List<AgentEvent> events = before(request, call);
        events.add(new AgentEvent.AskedPerson(
                calls.wait(request.at("id").node(), options),
                call.tool(permissions),
                call.title(),
                shown.get(),
                "Policy leaves calls of the class " + call.tool(permissions)
                        + " to a person (auto-dev.permissions.ask)."));
        return new Heard(events, List.of());
    }

    @Override
    public List<String> ruled(String id, boolean allowed) {
        return calls.ruled(id).stream()
                .map(waiting -> outcome(waiting.id(), Permissions.chooseOnce(allowed, waiting.options())))
                .toList();
    }

    private static String outcome(JsonNode id, String chosen) {
        Map<String, Object> outcome =
                chosen.isEmpty() ? Map.of("outcome", "cancelled") : Map.of("outcome", "selected", "optionId", chosen);
        return Rpc.result(id, Map.of("outcome", outcome));
    }

    @Override
    public List<String> farewell() {
        return stage == Stage.PROMPT
                ? List.of(Rpc.notification("session/cancel", Map.of("sessionId", session)))
                : List.of();
    }

    @Override
    public AgentEnd ended(int exitCode, String complaint) {
        AgentEnd end = notes.ended(exitCode, complaint, false);
        return strange == 0 || end.reason() != Reason.DIED
                ? end
                : new AgentEnd(
                        end.reason(),
                        end.message() + " (" + strange + " lines of its output were not understood)",
                        end.session(),
                        end.tokens(),
                        end.costMicros());
    }
}
