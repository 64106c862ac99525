package dev.wakeful.commandcenter.emergency;

/** A stop or resume that cannot be now; the message says why and what to do. */
public final class StopRefused extends RuntimeException {

    StopRefused(String message) {
        super(message);
    }
}
