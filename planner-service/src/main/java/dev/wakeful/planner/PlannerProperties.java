package dev.wakeful.planner;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The planner's settings.
 *
 * @param timeLimit wall-clock limit of one swarm, at most 4 h (LIM-1)
 * @param modelMoney dollars that one swarm may spend on model calls, at most 50 (LIM-1); 0: agents get no model
 * @param attempts swarms that are sent for one task before a person gets it, 1 to 5 (TRG-16)
 */
@ConfigurationProperties("wakeful.planner")
public record PlannerProperties(
        @DefaultValue("30m") Duration timeLimit,
        @DefaultValue("0") BigDecimal modelMoney,
        @DefaultValue("2") int attempts) {

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final BigDecimal MOST = BigDecimal.valueOf(50);
    private static final int MOST_ATTEMPTS = 5;

    public PlannerProperties {
        if (!timeLimit.isPositive() || timeLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.planner.time-limit must be more than 0 and at most 4h (LIM-1), is " + timeLimit);
        }
        if (modelMoney.signum() < 0
                || modelMoney.compareTo(MOST) > 0
                || modelMoney.stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException(
                    "wakeful.planner.model-money must be dollars from 0 to 50 with at most six decimals (LIM-1), is "
                            + modelMoney);
        }
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "wakeful.planner.attempts must be 1 to " + MOST_ATTEMPTS + " (TRG-16, LIM-4), is " + attempts);
        }
    }
}
