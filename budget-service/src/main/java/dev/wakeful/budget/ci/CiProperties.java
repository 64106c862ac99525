package dev.wakeful.budget.ci;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What CI minutes cost (BUD-9).
 *
 * @param minuteMicros price of a minute that a job of the CI system runs, in micro-dollars, 0 to 1000000
 * @param longestJob what a job counts for whose time is not told, or that tells more than this (BUD-6); 1 min to 35 days
 */
@ConfigurationProperties("wakeful.budget.ci")
public record CiProperties(
        @DefaultValue("8000") long minuteMicros,
        @DefaultValue("6h") Duration longestJob) {

    public CiProperties {
        if (minuteMicros < 0 || minuteMicros > 1_000_000) {
            throw new IllegalArgumentException(
                    "wakeful.budget.ci.minute-micros must be 0 to 1000000 micro-dollars (BUD-9), is " + minuteMicros);
        }
        if (longestJob.compareTo(Duration.ofMinutes(1)) < 0 || longestJob.compareTo(Duration.ofDays(35)) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.budget.ci.longest-job must be 1m to 35d (BUD-9), is " + longestJob);
        }
    }
}
