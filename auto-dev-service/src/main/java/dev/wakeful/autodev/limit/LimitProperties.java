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
 * @param memoryPercent of the machine's memory that may be in use when new work begins, 10 to 80 (LIM-1)
 * @param processorPercent the same of its processors, on an average of the last minute, 10 to 80 (LIM-1)
 */
@ConfigurationProperties("wakeful.auto-dev.limits")
public record LimitProperties(
        @DefaultValue("20") int swarms,
        @DefaultValue("50") int agents,
        @DefaultValue("5") int softSwarms,
        @DefaultValue("30") int softAgents,
        @DefaultValue("10s") Duration softPause,
        @DefaultValue("80") int memoryPercent,
        @DefaultValue("80") int processorPercent) {

    /** Nothing overrides it (LIM-1). */
    static final int MOST_SWARMS = 20;

    /** Nothing overrides it (LIM-1). */
    static final int MOST_AGENTS = 50;

    /** Nothing overrides it (LIM-1). */
    static final int MOST_PERCENT = 80;

    private static final int LEAST_PERCENT = 10;

    public LimitProperties {
        within("swarms", swarms, MOST_SWARMS);
        within("soft-swarms", softSwarms, MOST_SWARMS);
        within("agents", agents, MOST_AGENTS);
        within("soft-agents", softAgents, MOST_AGENTS);
        percent("memory-percent", memoryPercent);
        percent("processor-percent", processorPercent);
        if (softPause.compareTo(Duration.ofSeconds(1)) < 0 || softPause.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.limits.soft-pause must be 1s to 10m (LIM-2), is " + softPause);
        }
    }

    private static void percent(String key, int value) {
        if (value < LEAST_PERCENT || value > MOST_PERCENT) {
            throw new IllegalArgumentException("wakeful.auto-dev.limits." + key + " must be " + LEAST_PERCENT + " to "
                    + MOST_PERCENT + " (LIM-1), is " + value);
        }
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.limits." + key + " must be 1 to " + most + " (LIM-1), is " + value);
        }
    }
}
