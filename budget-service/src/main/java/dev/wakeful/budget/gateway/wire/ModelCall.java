package dev.wakeful.budget.gateway.wire;

import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller asks a model for.
 *
 * @param model its name
 * @param path where the provider takes it, with the query
 * @param body as it came
 * @param json the same, read
 * @param maxOutput the most tokens each answer may have, where the caller says so
 * @param answers how many answers are asked for
 * @param readsElsewhere whether the model reads what the body does not hold as text: images, files, earlier answers
 */
public record ModelCall(
        String model,
        String path,
        byte[] body,
        ObjectNode json,
        OptionalLong maxOutput,
        long answers,
        boolean readsElsewhere) {

    /** What the provider adds to a prompt: its own instructions for tools, separators, roles. */
    static final long ADDED_TOKENS = 8_192;

    /**
     * The most tokens the model can read for it. No token of text is shorter than a byte, so a body of text has at most as many tokens as
     * bytes; for everything else it is the whole window.
     */
    public long inputBound(long context) {
        return readsElsewhere ? context : Math.min(context, body.length + ADDED_TOKENS);
    }
}
