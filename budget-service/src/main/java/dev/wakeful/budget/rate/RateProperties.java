package dev.wakeful.budget.rate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a swarm spends too fast, or without progress (BUD-8).
 *
 * @param times how many times the usual rate is too fast
 * @param swarms of how many last swarms of the same repository and job the median is what is usual
 * @param atLeast how many there must be
 * @param shortest what is spent in less time counts as spent in this time
 * @param withoutProgressPercent how much of its quote a swarm's calls may cost without a step
 */
@ConfigurationProperties("wakeful.budget.rate")
public record RateProperties(
        @DefaultValue("3") int times,
        @DefaultValue("20") int swarms,
        @DefaultValue("3") int atLeast,
        @DefaultValue("1m") Duration shortest,
        @DefaultValue("80") int withoutProgressPercent) {

    public RateProperties {
        atLeastOne("times", times);
        atLeastOne("swarms", swarms);
        atLeastOne("at-least", atLeast);
        atLeastOne("without-progress-percent", withoutProgressPercent);
        if (shortest.toMillis() < 1) {
            throw new IllegalArgumentException("wakeful.budget.rate.shortest must be positive, is " + shortest);
        }
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1 || value > 1_000_000) {
            throw new IllegalArgumentException("wakeful.budget.rate." + key + " must be 1 to 1000000, is " + value);
        }
    }
}
