package dev.wakeful.budget.gateway;

import java.io.IOException;

/** Nobody waits for the answer any more. */
public final class CallerGone extends IOException {

    CallerGone(IOException cause) {
        super("The caller went away", cause);
    }
}
