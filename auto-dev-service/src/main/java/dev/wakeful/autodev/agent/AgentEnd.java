package dev.wakeful.autodev.agent;

import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * How an agent ended, as far as its own words and its exit code tell.
 *
 * @param message its last words, or what was wrong, for people
 * @param costMicros what it says it cost, in micro-dollars; the ledger goes by the gateway, not by this
 */
public record AgentEnd(
        Reason reason,
        String message,
        @Nullable String session,
        Tokens tokens,
        @Nullable Long costMicros) {

    /** Why it ended. */
    public enum Reason {
        /** It says it is done. */
        DONE,
        /** It used up its turns. */
        TURNS,
        /** The gateway refused: the swarm's money is used up (402). */
        MONEY,
        /** The provider's usage limit; the work can go on later (DEV-7). */
        USAGE_LIMIT,
        /** The provider, or the way to it, is out of order (DEV-7). */
        OUTAGE,
        /** It refused, or its settings or its version are wrong. */
        REFUSED,
        /** The system ended it: no sign of life, no progress, or going round in circles (DEV-6, TRG-11, TRG-12). */
        STUCK,
        /** It ended in a way that it does not document: died, was killed, or wrote what nobody understands (TRG-3). */
        DIED
    }
}
