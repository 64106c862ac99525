package dev.wakeful.budget.gateway.wire;

import dev.wakeful.budget.price.TokenUsage;
import java.util.Optional;

/**
 * What one message of an answer tells.
 *
 * @param usage the use so far, where it says so
 * @param total whether that is what will be billed, should nothing follow
 * @param end whether the answer is complete
 */
public record Counted(Optional<TokenUsage> usage, boolean total, boolean end) {

    static final Counted NOTHING = new Counted(Optional.empty(), false, false);

    static Counted soFar(TokenUsage usage) {
        return new Counted(Optional.of(usage), false, false);
    }

    static Counted total(TokenUsage usage, boolean end) {
        return new Counted(Optional.of(usage), true, end);
    }

    static Counted ended() {
        return new Counted(Optional.empty(), false, true);
    }
}
