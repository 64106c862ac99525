package dev.wakeful.commandcenter.people;

import org.jspecify.annotations.Nullable;

/** Why a person wants something, for whoever asks later. */
public final class Reason {

    private static final int LONGEST = 1_000;

    private Reason() {}

    /**
     * The reason in one line.
     *
     * @throws RequestRefused when there is none, or it is longer than 1,000 characters
     */
    public static String required(@Nullable String given) {
        String reason = plain(given);
        if (reason.isEmpty()) {
            throw new RequestRefused("'reason' is missing: say in a few words why, for whoever asks later.");
        }
        return reason;
    }

    /** The same, where a reason is asked for and need not be given. */
    public static String optional(@Nullable String given) {
        String reason = plain(given);
        return reason.isEmpty() ? "no reason given" : reason;
    }

    private static String plain(@Nullable String given) {
        String reason =
                given == null ? "" : given.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (reason.length() > LONGEST) {
            throw new RequestRefused(
                    "'reason' has " + reason.length() + " characters; at most " + LONGEST + " are taken.");
        }
        return reason;
    }
}
