package dev.wakeful.autodev.agent.adapter;

import java.util.List;
import java.util.Set;

/**
 * What an agent that asks is allowed. The fence is the sandbox; this only keeps an agent from what cannot succeed within it, or is not
 * wanted.
 *
 * @param kinds of tools as the Agent Client Protocol names them
 */
public record Permissions(Set<String> kinds) {

    /** All that is done in the workspace; there is no network to fetch anything from, and its mode stays as it was set. */
    public static final Permissions IN_WORKSPACE =
            new Permissions(Set.of("read", "edit", "delete", "move", "search", "execute", "think", "other", ""));

    /** Nothing that asks first. */
    public static final Permissions NONE = new Permissions(Set.of());

    public Permissions {
        kinds = Set.copyOf(kinds);
    }

    /** An option as the agent offers it. */
    record Option(String id, String kind) {}

    /** The option to choose: this once where that is offered; empty where none fits, which cancels the question. */
    String choose(String kindOfTool, List<Option> options) {
        List<String> wanted = kinds.contains(kindOfTool)
                ? List.of("allow_once", "allow_always")
                : List.of("reject_once", "reject_always");
        return wanted.stream()
                .flatMap(kind -> options.stream().filter(option -> option.kind().equals(kind)))
                .map(Option::id)
                .findFirst()
                .orElse("");
    }
}
