package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Swarm;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long it may be worth to wait for a provider (DEV-7).
 *
 * @param until when it told so
 * @param pause otherwise
 */
record Wait(@Nullable Instant until, Duration pause) {

    /** As the gateway says it. */
    private static final Pattern UNTIL = Pattern.compile("until (\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,20}Z)");

    private static final Duration USAGE_LIMIT = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    static Wait of(AgentEnd end) {
        Matcher matcher = UNTIL.matcher(end.message());
        return new Wait(
                matcher.find() ? instant(matcher.group(1)) : null,
                end.reason() == Reason.OUTAGE ? OUTAGE : USAGE_LIMIT);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** When to try again, if the swarm has time to do anything then. */
    Optional<Instant> within(Claim claim) {
        Instant again = until == null ? claim.now().plus(pause) : until;
        Instant end = claim.now().plus(claim.left(Swarm.LONGEST));
        return again.plus(pause).isBefore(end) ? Optional.of(again) : Optional.empty();
    }
}
