package dev.wakeful.budget.gateway;

import java.io.IOException;

/** An answer that ended in the middle: its caller must not take it for a whole one. */
public final class AnswerBroken extends IOException {

    AnswerBroken(IOException cause) {
        super("The answer broke off", cause);
    }
}
