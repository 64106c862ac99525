package dev.wakeful.planner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The planner's settings.
 *
 * @param timeLimit wall-clock limit of one swarm, at most 4 h (LIM-1)
 */
@ConfigurationProperties("wakeful.planner")
public record PlannerProperties(@DefaultValue("30m") Duration timeLimit) {

    private static final Duration LONGEST = Duration.ofHours(4);

    public PlannerProperties {
        if (!timeLimit.isPositive() || timeLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.planner.time-limit must be more than 0 and at most 4h (LIM-1), is " + timeLimit);
        }
    }
}
