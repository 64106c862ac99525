package dev.wakeful.autodev.agent.permission;

import dev.wakeful.events.SwarmEvent.PermissionState;
import org.jspecify.annotations.Nullable;

/**
 * A question that is over.
 *
 * @param by who answered; absent where nobody did
 */
record Settled(
        Open question, PermissionState state, @Nullable String by) {

    boolean isAllowed() {
        return state == PermissionState.ALLOWED;
    }

    String words() {
        String whether = " whether " + question.agent() + " may: " + question.what();
        return switch (state) {
            case ASKED -> "A person is asked" + whether;
            case ALLOWED -> by + " allowed " + question.agent() + " once: " + question.what();
            case REFUSED -> by + " refused " + question.agent() + ": " + question.what();
            case EXPIRED -> "Nobody answered in time" + whether + ". It was refused";
            case WITHDRAWN -> question.agent() + " ended before anybody answered" + whether;
        };
    }
}
