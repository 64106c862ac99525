package dev.wakeful.planner.dispatch;

/** Why a swarm that is at work is told to stop. */
public enum StopCause {
    /** Nearly all of a budget is in use (BUD-5). */
    BUDGET,
    /** A critical fix comes first (MODE-4). */
    CRISIS,
    /** It spends too fast, or without progress (BUD-8). */
    RATE
}
