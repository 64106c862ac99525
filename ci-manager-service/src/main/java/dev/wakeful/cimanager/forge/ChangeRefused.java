package dev.wakeful.cimanager.forge;

/** A change cannot be offered, now or later; the message is for people. */
public final class ChangeRefused extends RuntimeException {

    public ChangeRefused(String message) {
        super(message);
    }
}
