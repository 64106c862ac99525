package dev.wakeful.commandcenter.emergency;

/** A resume without a reason. */
public final class ReasonMissing extends RuntimeException {

    ReasonMissing() {
        super("Give a reason: what was looked at, and why it is safe to go on.");
    }
}
