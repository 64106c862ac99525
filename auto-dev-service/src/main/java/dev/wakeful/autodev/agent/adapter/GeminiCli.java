package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Gemini CLI without a terminal; what comes on standard input goes before its prompt; its home is its own, so its latest session is the one. */
record GeminiCli(List<String> program) implements AgentAdapter {

    @Override
    public String kind() {
        return "gemini";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        List<String> argv = new ArrayList<>(program);
        argv.addAll(List.of(
                "-p",
                "Do the task that is described above.",
                "-o",
                "stream-json",
                "--approval-mode",
                "yolo",
                "--skip-trust",
                // whatever servers and extensions a repository names
                "--allowed-mcp-server-names",
                Access.NOTHING,
                "--extensions",
                "none",
                "-m",
                spec.model()));
        if (spec.session() != null) {
            argv.addAll(List.of("--resume", "latest"));
        }
        Access access = Access.gemini(spec);
        return new Invocation(argv, access.environment(), access.files());
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new JsonLines(new GeminiParser(), spec.brief().lines().toList());
    }
}
