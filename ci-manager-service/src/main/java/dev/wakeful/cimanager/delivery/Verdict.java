package dev.wakeful.cimanager.delivery;

import java.util.Locale;

/** What became of a delivery. */
public enum Verdict {
    /** It was said as a build event. */
    ACCEPTED,
    /** It was here before; nothing happened now. */
    DUPLICATE,
    /** It tells nothing this system acts on. */
    IGNORED,
    /** It names a repository nobody watches; kept, and handled once somebody does. */
    UNMATCHED,
    /** It is signed and cannot be understood. */
    MALFORMED,
    /** The sender asked whether somebody is here. */
    PONG,
    /** It is about a branch the system made itself; reacting would be a loop. */
    OWN_BRANCH;

    /** The word on the wire and in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
