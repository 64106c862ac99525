package dev.wakeful.autodev.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent says while it works, in the same words for every agent. Text is from outside: data only. */
public sealed interface AgentEvent {

    /** It has begun; the session can be gone on with where the agent can. */
    record Started(@Nullable String session, @Nullable String model) implements AgentEvent {}

    /** It says something. */
    record Message(String text) implements AgentEvent {}

    /** It thinks aloud. */
    record Thought(String text) implements AgentEvent {}

    /** It uses a tool. */
    record ToolStarted(String id, String name, String input) implements AgentEvent {}

    /** The tool has answered. */
    record ToolEnded(String id, String name, @Nullable Integer exitCode, boolean failed, String output)
            implements AgentEvent {}

    /** It says that it changed a file. */
    record FileChanged(String path) implements AgentEvent {}

    /** It asks whether it may. */
    record PermissionAsked(String id, String what, List<String> options) implements AgentEvent {
        public PermissionAsked {
            options = List.copyOf(options);
        }
    }

    /**
     * It asks whether it may, and policy leaves that to a person; it waits until {@link Conversation#ruled} tells it.
     *
     * @param id of the question within this conversation
     * @param tool the class of the call
     * @param what in the agent's words
     * @param call exactly what would be done: the call with its whole input as JSON, without invisible characters
     * @param why the rule by which a person is asked
     */
    record AskedPerson(String id, String tool, String what, String call, String why) implements AgentEvent {}

    /** What it says it has used so far, all in all: cumulative, never a difference. */
    record Used(Tokens tokens, @Nullable Long costMicros) implements AgentEvent {}

    /** What it means to do. */
    record Planned(List<String> entries) implements AgentEvent {
        public Planned {
            entries = List.copyOf(entries);
        }
    }

    /** Something went wrong; whether trying again may help. */
    record Failed(String message, boolean retryable) implements AgentEvent {}

    /** Its last word. */
    record Finished(AgentEnd end) implements AgentEvent {}

    /** Tokens, each kind counted once: input without what came from a cache. */
    record Tokens(long input, long output, long cacheRead, long cacheWrite) {
        public static final Tokens NONE = new Tokens(0, 0, 0, 0);
    }
}
