package dev.wakeful.autodev.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be at work over all instances.
 *
 * @param swarms at most, 1 to 20 (LIM-1)
 * @param agents at most, 1 to 50 (LIM-1)
 * @param softSwarms from here on swarms are let in slowly, with a warning, 1 to 20 (LIM-2)
 * @param softAgents the same for agents, 1 to 50 (LIM-2)
 * @param softPause how long between two of them, 1 s to 10 min
 */
@ConfigurationProperties("wakeful.auto-dev.limits")
public record LimitProperties(
        @DefaultValue("20") int swarms,
        @DefaultValue("50") int agents,
        @DefaultValue("5") int softSwarms,
        @DefaultValue("30") int softAgents,
        @DefaultValue("10s") Duration softPause) {

    /** Nothing overrides it (LIM-1). */
    static final int MOST_SWARMS = 20;

    /** Nothing overrides it (LIM-1). */
    static final int MOST_AGENTS = 50;

    public LimitProperties {
        within("swarms", swarms, MOST_SWARMS);
        within("soft-swarms", softSwarms, MOST_SWARMS);
        within("agents", agents, MOST_AGENTS);
        within("soft-agents", softAgents, MOST_AGENTS);
        if (softPause.compareTo(Duration.ofSeconds(1)) < 0 || softPause.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.limits.soft-pause must be 1s to 10m (LIM-2), is " + softPause);
        }
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.limits." + key + " must be 1 to " + most + " (LIM-1), is " + value);
        }
    }
}
