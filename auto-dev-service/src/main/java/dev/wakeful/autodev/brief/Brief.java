package dev.wakeful.autodev.brief;

import java.util.List;

/**
 * What an agent is told.
 *
 * @param flags text from outside that reads like an order to an agent; where there is any, a person looks at what comes of it
 */
public record Brief(String text, List<Flag> flags) {

    public Brief {
        flags = List.copyOf(flags);
    }

    /**
     * A line of text from outside that looks as if it were meant to steer an agent.
     *
     * @param source where the text comes from, for example {@code log}
     * @param shape what it looks like
     * @param line the line itself, at most 200 characters; data only
     */
    public record Flag(String source, String shape, String line) {}
}
