package dev.wakeful.budget.gateway.running;

/** The connection to whoever waits for an answer. */
public interface CallerLine {

    /** Whether nobody is there any more. Asked several times a second, from one thread, while nothing else reads from the connection. */
    boolean isGone();
}
