package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEvent.Tokens;

/** Adds up what Claude Code says it used: live by message, and in the end by model. */
final class ClaudeUsage {

    private Tokens before = Tokens.NONE;
    private Tokens current = Tokens.NONE;

    /** @return whether the event says anything about usage */
    boolean streamed(Json event) {
        return switch (event.text("type")) {
            case "message_start" -> {
                before = total();
                current = tokens(event.at("message", "usage"));
                yield true;
            }
            case "message_delta" -> {
                current = new Tokens(
                        current.input(),
                        event.count("usage", "output_tokens"),
                        current.cacheRead(),
                        current.cacheWrite());
                yield true;
            }
            default -> false;
        };
    }

    Tokens total() {
        return sum(before, current);
    }

    /** The result's own numbers by model; the other ones are zero when its own limit ended it. */
    Tokens total(Json result) {
        Tokens byModel = result.items("modelUsage").stream()
                .map(model -> new Tokens(
                        model.count("inputTokens"),
                        model.count("outputTokens"),
                        model.count("cacheReadInputTokens"),
                        model.count("cacheCreationInputTokens")))
                .reduce(Tokens.NONE, ClaudeUsage::sum);
        if (!byModel.equals(Tokens.NONE)) {
            return byModel;
        }
        Tokens told = tokens(result.at("usage"));
        return told.equals(Tokens.NONE) ? total() : told;
    }

    private static Tokens tokens(Json usage) {
        return new Tokens(
                usage.count("input_tokens"),
                usage.count("output_tokens"),
                usage.count("cache_read_input_tokens"),
                usage.count("cache_creation_input_tokens"));
    }

    static Tokens sum(Tokens one, Tokens other) {
        return new Tokens(
                one.input() + other.input(),
                one.output() + other.output(),
                one.cacheRead() + other.cacheRead(),
                one.cacheWrite() + other.cacheWrite());
    }
}
