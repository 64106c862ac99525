package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the updates of an ACP session mean. */
final class AcpUpdates {

    private static final int MOST = 1000;

    private final Notes notes;
    private final Tools tools = new Tools();
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final StringBuilder thought = new StringBuilder();

    AcpUpdates(Notes notes) {
        this.notes = notes;
    }

    /** @param call all that was said so far of the call that the update is about */
    List<AgentEvent> read(Json update, ToolCall call) {
        String kind = update.text("sessionUpdate");
        if (kind.equals("agent_message_chunk")) {
            return Notes.all(thoughts(), notes.piece(update.text("content", "text")));
        }
        if (kind.equals("agent_thought_chunk")) {
            thought.append(update.text("content", "text"));
            return thought.length() >= Json.LONGEST / 2 ? thoughts() : List.of();
        }
        List<AgentEvent> events = new ArrayList<>(thoughts());
        events.addAll(notes.whole());
        switch (kind) {
            case "tool_call", "tool_call_update" ->
                events.addAll(Notes.all(
                        begun(update.text("toolCallId"), kind.equals("tool_call"), call), ended(update, call)));
            case "plan" ->
                events.add(new AgentEvent.Planned(update.items("entries").stream()
                        .map(entry -> entry.text("content"))
                        .toList()));
            case "usage_update" -> events.addAll(cost(update));
            default -> {}
        }
        return events;
    }

    private List<AgentEvent> thoughts() {
        if (thought.isEmpty()) {
            return List.of();
        }
        String text = Cut.to(Json.LONGEST, thought.toString());
        thought.setLength(0);
        return List.of(new AgentEvent.Thought(text));
    }

    /** It asks whether it may use a tool; some agents tell of the call only so. */
    List<AgentEvent> asked(String id, ToolCall call) {
        return begun(id, true, call);
    }

    /** An agent may begin to tell of a call before it knows the call's input; whoever compares calls needs the whole of it. */
    private List<AgentEvent> begun(String id, boolean mayBeNew, ToolCall call) {
        String input = call.input();
        boolean known = inputs.containsKey(id);
        if ((!known && !mayBeNew) || (known && input.equals(inputs.get(id)))) {
            return List.of();
        }
        if (inputs.size() >= MOST && !inputs.containsKey(id)) {
            inputs.remove(inputs.keySet().iterator().next());
        }
        inputs.put(id, input);
        tools.begin(id, call.name(), "");
        return List.of(new AgentEvent.ToolStarted(id, call.name(), input));
    }

    private List<AgentEvent> ended(Json update, ToolCall call) {
        boolean failed = update.is("status", "failed");
        if (!failed && !update.is("status", "completed")) {
            return List.of();
        }
        String id = update.text("toolCallId");
        inputs.remove(id);
        String name = tools.end(id).map(Tools.Open::name).orElse("");
        List<AgentEvent> events = new ArrayList<>();
        events.add(new AgentEvent.ToolEnded(id, name, null, failed, output(update)));
        if (!failed) {
            call.changes().forEach(path -> events.add(new AgentEvent.FileChanged(path)));
        }
        return events;
    }

    private static String output(Json update) {
        List<String> texts = update.items("content").stream()
                .map(content -> content.text("content", "text"))
                .filter(text -> !text.isEmpty())
                .toList();
        return Cut.to(Json.LONGEST, texts.isEmpty() ? update.text("rawOutput") : String.join("\n", texts));
    }

    /** What it says is the tokens of its context, not what it used; only the cost adds up. */
    private List<AgentEvent> cost(Json update) {
        return update.is("sessionUpdate", "usage_update") && update.at("cost").is("currency", "USD")
                ? notes.used(notes.tokens(), update.micros("cost", "amount"))
                : List.of();
    }

    /** The tokens of the whole prompt, where its answer tells them; each agent has its own way. */
    List<AgentEvent> used(Json result) {
        List<AgentEvent> before = thoughts();
        Json quota = result.at("_meta", "quota", "token_count");
        Json usage = result.at("usage");
        if (quota.isObject()) {
            return Notes.all(
                    before,
                    notes.used(
                            new Tokens(quota.count("input_tokens"), quota.count("output_tokens"), 0, 0),
                            Optional.empty()));
        }
        return usage.isObject()
                ? Notes.all(
                        before,
                        notes.used(
                                new Tokens(
                                        usage.count("inputTokens"),
                                        usage.count("outputTokens") + usage.count("thoughtTokens"),
                                        usage.count("cachedReadTokens"),
                                        usage.count("cachedWriteTokens")),
                                Optional.empty()))
                : before;
    }
}
