package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.List;

/**
 * An agent that is a shell line, without any model, for tests, demonstrations and benchmarks. It speaks our own events as JSON lines, for
 * example {@code {"event":"message","text":"…"}}, and has to end with {@code finished}.
 *
 * @param line with the same placeholders as any command
 */
record Scripted(String line) implements AgentAdapter {

    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        return AnyCommand.shell(line, spec);
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new JsonLines(new ScriptParser(), List.of());
    }
}
