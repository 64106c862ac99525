package dev.wakeful.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an instance counts as missing.
 *
 * @param missingAfter how long an instance may be silent (HEAL-1)
 * @param forgetAfter how long after its last beat a missing instance is forgotten
 */
@ConfigurationProperties("wakeful.health")
public record HealthProperties(
        @DefaultValue("2m") Duration missingAfter,
        @DefaultValue("24h") Duration forgetAfter) {

    public HealthProperties {
        if (!missingAfter.isPositive()) {
            throw new IllegalArgumentException("wakeful.health.missing-after must be positive, is " + missingAfter);
        }
        if (forgetAfter.compareTo(missingAfter) <= 0) {
            throw new IllegalArgumentException("wakeful.health.forget-after must be longer than missing-after ("
                    + missingAfter + "), is " + forgetAfter);
        }
    }
}
