package dev.wakeful.service.inbox;

/** A handler knows that no retry can ever help: the event goes to the dead letters at once. */
public final class UnprocessableEvent extends RuntimeException {

    public UnprocessableEvent(String message) {
        super(message);
    }
}
