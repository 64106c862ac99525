package dev.wakeful.planner.dispatch;

/** What a task that may start waits for. */
public enum WaitFor {
    /** A new budget window (BUD-2). */
    BUDGET,
    /** A person to end the emergency stop (STOP-3). */
    RESUME,
    /** Another swarm to end (LIM-1, MODE-1…4). */
    ROOM,
    /** A mode, or a budget window, in which more than critical fixes start (MODE-2, BUD-5). */
    MODE,
    /** People to do something else (MODE-9). */
    CONTEXT,
    /** An earlier change to the same area to settle (LIM-3). */
    COOL_DOWN
}
