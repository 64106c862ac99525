package dev.wakeful.autodev.swarm;

/** What a strategy left in its tree cannot be a change; the strategy led to nothing, and the next one is tried. */
public final class ChangeRefused extends RuntimeException {

    private final String why;

    public ChangeRefused(String why) {
        super(why);
        this.why = why;
    }

    /** Why, and what a person can do. */
    public String why() {
        return why;
    }
}
