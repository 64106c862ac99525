package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Codex without a terminal. It reads its task from standard input to the end; its own sandbox is off within ours. */
record Codex(List<String> program) implements AgentAdapter {

    @Override
    public String kind() {
        return "codex";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        List<String> argv = new ArrayList<>(program);
        argv.add("exec");
        if (spec.session() != null) {
            argv.addAll(List.of("resume", "--json", "--skip-git-repo-check", "-m", spec.model(), spec.session(), "-"));
        } else {
            argv.addAll(List.of("--json", "--skip-git-repo-check", "-m", spec.model(), "-"));
        }
        Access access = Access.codex(spec);
        return new Invocation(argv, access.environment(), access.files());
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new JsonLines(new CodexParser(spec.model()), spec.brief().lines().toList());
    }
}
