package dev.wakeful.autodev.agent.adapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The calls of tools an ACP agent has told of, and those of them that wait for a person. Bounded, for an agent may begin without end. */
final class AcpCalls {

    private static final int MOST_TOLD = 100;
    private static final int MOST_WAITING = 20;

    private final Map<String, ToolCall> told = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private int asked;

    /**
     * A request of the agent that is not answered yet.
     *
     * @param id as the agent numbered it
     */
    record Waiting(JsonNode id, List<Permissions.Option> options) {}

    /** Remembers what an update says of a call, and gives all that was said of it so far. */
    ToolCall told(Json update) {
        return update.is("sessionUpdate", "tool_call") || update.is("sessionUpdate", "tool_call_update")
                ? called(update)
                : ToolCall.UNKNOWN;
    }

    /** All that was said of this call so far. */
    ToolCall called(Json call) {
        String id = call.text("toolCallId");
        if (told.size() >= MOST_TOLD && !told.containsKey(id)) {
            told.remove(told.keySet().iterator().next());
        }
        return told.merge(id, ToolCall.UNKNOWN.with(call), (before, now) -> before.with(call));
    }

    boolean isRoom() {
        return waiting.size() < MOST_WAITING;
    }

    /** The name under which the request is answered later. */
    String wait(JsonNode id, List<Permissions.Option> options) {
        asked++;
        waiting.put("q" + asked, new Waiting(id, options));
        return "q" + asked;
    }

    /** Once. */
    Optional<Waiting> ruled(String name) {
        return Optional.ofNullable(waiting.remove(name));
    }
}
