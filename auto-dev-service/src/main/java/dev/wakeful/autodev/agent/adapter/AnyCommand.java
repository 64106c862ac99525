package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any program that can be started by a shell line, for example {@code aider --message-file {brief} --yes-always}. Placeholders become
 * references to variables, never their values, so nothing of a task or a token is ever part of the command.
 *
 * @param line with {@code {brief}}, {@code {model}}, {@code {gateway}}, {@code {turns}} and {@code {session}}
 */
record AnyCommand(String line) implements AgentAdapter {

    static final String BRIEF = ".wakeful/brief.md";

    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "brief", "\"$HOME/" + BRIEF + "\"",
            "model", "\"$WAKEFUL_MODEL\"",
            "gateway", "\"$WAKEFUL_GATEWAY\"",
            "turns", "\"$WAKEFUL_TURNS\"",
            "session", "\"$WAKEFUL_SESSION\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    @Override
    public String kind() {
        return "command";
    }

    @Override
    public Invocation invocation(AgentSpec spec) {
        return shell(line, spec);
    }

    /** A shell line with all that any client may need around it. */
    static Invocation shell(String line, AgentSpec spec) {
        Access access = Access.all(spec);
        Map<String, String> files = new LinkedHashMap<>(access.files());
        files.put(BRIEF, spec.brief());
        return new Invocation(List.of("/bin/sh", "-c", filled(line)), access.environment(), files);
    }

    private static String filled(String line) {
        return PLACEHOLDER
                .matcher(line)
                .replaceAll(
                        found -> Matcher.quoteReplacement(PLACEHOLDERS.getOrDefault(found.group(1), found.group())));
    }

    @Override
    public Conversation conversation(AgentSpec spec) {
        return new PlainLines();
    }
}
