package dev.wakeful.budget.price;

import dev.wakeful.events.Money;
import java.time.Duration;

/**
 * What one call costs: by its tokens and, where it is paid by a subscription, by itself and by the time it takes (BUD-6).
 *
 * @param rates of its tokens
 * @param call micro-dollars for the call itself
 * @param minute micro-dollars for each minute begun
 */
public record CallPrice(Rates rates, long call, long minute) {

    /** What was used. */
    public Money cost(TokenUsage usage, Duration lasted) {
        return rates.cost(usage).plus(besides(lasted));
    }

    /** The most a call can cost that reads, writes and lasts at most so much. */
    public Money worstCase(long inputTokens, long outputTokens, Duration longest) {
        return rates.worstCase(inputTokens, outputTokens).plus(besides(longest));
    }

    private Money besides(Duration lasted) {
        long minutes = Math.ceilDiv(lasted.toMillis(), Duration.ofMinutes(1).toMillis());
        return Money.micros(Math.addExact(call, Math.multiplyExact(minute, minutes)));
    }
}
