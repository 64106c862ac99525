package dev.wakeful.autodev.process;

/** This instance is told to stop; the step in hand is done again by whoever goes on. */
public final class Interrupted extends RuntimeException {

    public Interrupted() {
        super("This instance stops; the step is done again after its restart");
    }
}
