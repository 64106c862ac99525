package dev.wakeful.commandcenter.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the system stops itself (STOP-2). Each bound can be made stricter than the rule, never laxer.
 *
 * @param swarms more than so many at work, 1 to 20
 * @param agents more than so many at work, 1 to 50
 * @param failedVerifications so many swarms in a row whose changes were refuted, 1 to 3 (VER-7)
 * @param providerAway a model provider cannot be reached for so long, 10 s to 10 min
 */
@ConfigurationProperties("wakeful.command-center.stop")
public record StopProperties(
        @DefaultValue("20") int swarms,
        @DefaultValue("50") int agents,
        @DefaultValue("3") int failedVerifications,
        @DefaultValue("10m") Duration providerAway) {

    private static final Duration SHORTEST_AWAY = Duration.ofSeconds(10);
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(10);

    public StopProperties {
        within("swarms", swarms, 20);
        within("agents", agents, 50);
        within("failed-verifications", failedVerifications, 3);
        if (providerAway.compareTo(SHORTEST_AWAY) < 0 || providerAway.compareTo(LONGEST_AWAY) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.command-center.stop.provider-away must be 10s to 10m (STOP-2), is " + providerAway);
        }
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "wakeful.command-center.stop." + key + " must be 1 to " + most + " (STOP-2), is " + value);
        }
    }
}
