package dev.wakeful.budget.gateway.wire;

import dev.wakeful.budget.price.TokenUsage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Adds up one answer. Every API here counts cumulatively, so the largest number of each kind is the sum. What is malformed, negative, cut
 * off or missing leaves it without a usage, and the call then counts at its worst case (BUD-6). For one thread.
 */
public final class UsageMeter {

    private static final Logger LOG = LoggerFactory.getLogger(UsageMeter.class);
    private static final String DONE = "[DONE]";

    private final WireFormat format;
    private TokenUsage sum = new TokenUsage(0, 0, 0, 0);
    private boolean total;
    private boolean ended;
    private boolean malformed;

    public UsageMeter(WireFormat format) {
        this.format = format;
    }

    /** Takes one message of a stream, or a whole answer; answers whether it holds nothing but the usage. */
    public boolean take(String message) {
        if (message.equals(DONE)) {
            ended = true;
            return false;
        }
        try {
            JsonNode json = Json.read(message);
            add(format.count(json));
            return format.isOnlyUsage(json);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("An answer of {} is malformed, its call counts at the worst case", format.provider());
            malformed = true;
            return false;
        }
    }

    private void add(Counted counted) {
        counted.usage().ifPresent(usage -> sum = larger(sum, usage));
        total |= counted.total();
        ended |= counted.end();
    }

    private static TokenUsage larger(TokenUsage one, TokenUsage other) {
        return new TokenUsage(
                Math.max(one.input(), other.input()),
                Math.max(one.cacheRead(), other.cacheRead()),
                Math.max(one.cacheWrite(), other.cacheWrite()),
                Math.max(one.output(), other.output()));
    }

    /** Whether some of it could not be read. */
    public boolean isMalformed() {
        return malformed;
    }

    /** What the call has used; nothing while the answer is not complete, or where that cannot be known. */
    public Optional<TokenUsage> usage() {
        return total && ended && !malformed && !sum.readsNothing() ? Optional.of(sum) : Optional.empty();
    }
}
