package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the updates of an ACP session mean. */
final class AcpUpdates {

    private final Notes notes;
    private final Tools tools = new Tools();
    private final StringBuilder thought = new StringBuilder();

    AcpUpdates(Notes notes) {
        this.notes = notes;
    }

    List<AgentEvent> read(Json update) {
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
            case "tool_call" -> events.addAll(called(update));
            case "tool_call_update" -> events.addAll(ended(update));
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

    private List<AgentEvent> called(Json call) {
        String id = call.text("toolCallId");
        String name = call.name("kind").filter(kind -> !kind.equals("other")).orElse(call.text("title"));
        tools.begin(id, name, "");
        String input = call.has("rawInput") ? call.text("rawInput") : call.text("title");
        return Notes.all(List.of(new AgentEvent.ToolStarted(id, name, input)), ended(call));
    }

    private List<AgentEvent> ended(Json update) {
        boolean failed = update.is("status", "failed");
        if (!failed && !update.is("status", "completed")) {
            return List.of();
        }
        String id = update.text("toolCallId");
        String name = tools.end(id).map(Tools.Open::name).orElse("");
        List<AgentEvent> events = new ArrayList<>();
        events.add(new AgentEvent.ToolEnded(id, name, null, failed, output(update)));
        if (!failed) {
            update.items("content").stream()
                    .filter(content -> content.is("type", "diff"))
                    .forEach(diff -> events.add(new AgentEvent.FileChanged(diff.text("path"))));
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
