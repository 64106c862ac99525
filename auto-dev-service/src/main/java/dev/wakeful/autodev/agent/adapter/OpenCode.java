package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.ArrayList;
import java.util.List;

/** opencode without a terminal; it takes its message from standard input. */
record OpenCode(List<String> program) implements AgentAdapter {

    @Override
    public String kind() {
        return "opencode";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        List<String> argv = new ArrayList<>(program);
        argv.addAll(List.of("run", "--format", "json", "--auto", "-m", "wakeful/" + spec.model()));
        if (spec.session() != null) {
            argv.addAll(List.of("-s", spec.session()));
        }
        Access access = Access.opencode(spec, "allow");
        return new Invocation(argv, access.environment(), access.files());
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new JsonLines(
                new OpenCodeParser(spec.model()), spec.brief().lines().toList());
    }
}
