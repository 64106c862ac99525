package dev.wakeful.autodev.swarm;

/** A strategy that led to nothing that is offered, and why. */
public record Attempt(StrategyName strategy, Result result, String message) {

    /** How it ended. */
    public enum Result {
        /** The change does not go together with what came later. */
        CONFLICT,
        /** There was nothing to change this way. */
        NOT_APPLICABLE,
        /** The change was made, and the check is not green with it. */
        NOT_GREEN,
        /** The change is proven, and another one of the same heat is better. */
        OUTDONE,
        /** It ended before it was done. */
        BROKEN_OFF
    }
}
