package dev.wakeful.budget.gateway.running;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a call may go on.
 *
 * @param stallTimeout how long a provider may be silent in the middle of its answer
 * @param callTimeout how long a whole call may last
 */
@ConfigurationProperties("wakeful.budget.gateway")
public record RunningLimits(
        @DefaultValue("5m") Duration stallTimeout,
        @DefaultValue("1h") Duration callTimeout) {

    public RunningLimits {
        checked("stall-timeout", stallTimeout);
        checked("call-timeout", callTimeout);
    }

    private static void checked(String key, Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("wakeful.budget.gateway." + key + " must be 1s to 1d, is " + value);
        }
    }
}
