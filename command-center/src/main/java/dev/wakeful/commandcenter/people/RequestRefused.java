package dev.wakeful.commandcenter.people;

/** What a person asks for cannot be; the message says what is allowed. Nothing was changed. */
public final class RequestRefused extends RuntimeException {

    public RequestRefused(String message) {
        super(message);
    }
}
