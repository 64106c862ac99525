package dev.wakeful.autodev.report;

/** A report that cannot be used; the message says which and why. */
public final class UnreadableReport extends RuntimeException {

    UnreadableReport(String message) {
        super(message);
    }
}
