package dev.wakeful.budget.gateway.running;

/** Why a call was ended from outside. */
public enum End {
    /** Its caller has closed the connection. */
    CALLER_GONE,
    /** The provider began its answer and has said nothing for too long. */
    STALLED,
    /** It has lasted longer than any call may. */
    TOO_LONG,
    /** The system is stopped (STOP-3). */
    STOPPED
}
