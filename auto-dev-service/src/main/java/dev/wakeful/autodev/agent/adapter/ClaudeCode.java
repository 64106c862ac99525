package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Claude Code in its headless mode. The fence around it is the sandbox, so within it everything it needs is allowed beforehand. */
record ClaudeCode(List<String> program) implements AgentAdapter {

    @Override
    public String kind() {
        return "claude";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        List<String> argv = new ArrayList<>(program);
        argv.addAll(List.of(
                "-p",
                "--bare",
                "--output-format",
                "stream-json",
                "--verbose",
                "--include-partial-messages",
                "--model",
                spec.model(),
                "--max-turns",
                Integer.toString(spec.mostTurns()),
                "--permission-mode",
                "dontAsk",
                "--allowedTools",
                "Bash,Edit,Write,Read,Glob,Grep,NotebookEdit,TodoWrite",
                "--strict-mcp-config",
                // a repository's own may run commands and send its words elsewhere
                "--setting-sources",
                "user"));
        if (spec.session() != null) {
            argv.addAll(List.of("--resume", spec.session()));
        }
        Access access = Access.claude(spec);
        return new Invocation(argv, access.environment(), access.files());
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new JsonLines(new ClaudeParser(), spec.brief().lines().toList());
    }
}
