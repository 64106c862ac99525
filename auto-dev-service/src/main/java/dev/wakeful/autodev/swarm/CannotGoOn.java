package dev.wakeful.autodev.swarm;

import dev.wakeful.events.SwarmEvent.Reason;

/** The swarm cannot reach its goal, and trying again cannot help; it ends for the given reason. */
public final class CannotGoOn extends RuntimeException {

    private final Reason reason;
    private final String explanation;

    public CannotGoOn(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.explanation = message;
    }

    public Reason reason() {
        return reason;
    }

    /** What happened and what a person can do. */
    public String explanation() {
        return explanation;
    }
}
