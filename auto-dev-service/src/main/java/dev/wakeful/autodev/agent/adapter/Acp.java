package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.List;

/** Any agent that speaks the Agent Client Protocol, version 1, over its standard streams, for example {@code gemini --acp}. */
record Acp(List<String> program, Permissions permissions) implements AgentAdapter {

    @Override
    public String kind() {
        return "acp";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        Access access = Access.asking(spec);
        return new Invocation(program, access.environment(), access.files());
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new AcpConversation(spec, permissions);
    }
}
