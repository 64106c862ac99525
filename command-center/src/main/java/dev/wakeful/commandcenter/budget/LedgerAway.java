package dev.wakeful.commandcenter.budget;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be asked now; the message says why. */
public final class LedgerAway extends RuntimeException {

    public LedgerAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
