package dev.wakeful.autodev.agent.adapter;

import java.util.List;
import java.util.Set;

/**
 * What an agent that asks is allowed. The fence is the sandbox; this only keeps an agent from what cannot succeed within it, or is not
 * wanted, and says what a person decides. The class of a call is the agent's own word.
 *
 * @param kinds of tools as the Agent Client Protocol names them, allowed at once
 * @param asks kinds whose calls wait for a person, whether or not they would be allowed (AUTH-9); all others are refused at once
 */
public record Permissions(Set<String> kinds, Set<String> asks) {

    /** The kinds of tools that the Agent Client Protocol has a name for. */
    public static final List<String> CLASSES =
            List.of("read", "edit", "delete", "move", "search", "execute", "think", "fetch", "switch_mode", "other");

    /** All that is done in the workspace; there is no network to fetch anything from, and its mode stays as it was set. */
    public static final Permissions IN_WORKSPACE = new Permissions(
            Set.of("read", "edit", "delete", "move", "search", "execute", "think", "other", ""), Set.of());

    /** Nothing that asks first. */
    public static final Permissions NONE = new Permissions(Set.of(), Set.of());

    public Permissions {
        kinds = Set.copyOf(kinds);
        asks = Set.copyOf(asks);
    }

    /** The same, with these classes left to a person. */
    public Permissions asking(List<String> classes) {
        return new Permissions(kinds, Set.copyOf(classes));
    }

    /** What policy says of a call. */
    enum Ruling {
        ALLOW,
        ASK,
        REFUSE
    }

    /** An option as the agent offers it. */
    record Option(String id, String kind) {}

    Ruling ruling(String kindOfTool) {
        if (asks.contains(kindOfTool.isEmpty() ? "other" : kindOfTool)) {
            return Ruling.ASK;
        }
        return kinds.contains(kindOfTool) ? Ruling.ALLOW : Ruling.REFUSE;
    }

    /** The option to choose: this once where that is offered; empty where none fits, which cancels the question. */
    static String choose(boolean allowed, List<Option> options) {
        return first(
                allowed ? List.of("allow_once", "allow_always") : List.of("reject_once", "reject_always"), options);
    }

    /** A person's yes is for what was shown and for nothing later. */
    static String chooseOnce(boolean allowed, List<Option> options) {
        return allowed ? first(List.of("allow_once"), options) : choose(false, options);
    }

    private static String first(List<String> wanted, List<Option> options) {
        return wanted.stream()
                .flatMap(kind -> options.stream().filter(option -> option.kind().equals(kind)))
                .map(Option::id)
                .findFirst()
                .orElse("");
    }
}
