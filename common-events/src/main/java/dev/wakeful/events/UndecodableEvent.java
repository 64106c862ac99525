package dev.wakeful.events;

/** A document is not the event it says it is; trying again would not help. */
public final class UndecodableEvent extends RuntimeException {

    public UndecodableEvent(String message) {
        super(message);
    }

    public UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
