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
 */
@ConfigurationProperties("wakeful.planner")
public record PlannerProperties(
        @DefaultValue("30m") Duration timeLimit,
        @DefaultValue("0") BigDecimal modelMoney) {

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

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
    }
}
