package dev.wakeful.autodev.mutation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how much touched lines are mutated (VER-3).
 *
 * @param enabled a repository may still say no for itself
 * @param timeLimit of the whole probe of one candidate, with what it has to build first; a swarm's own time holds besides
 * @param classes how many touched classes are looked at, those with the most touched lines first
 */
@ConfigurationProperties("wakeful.auto-dev.mutation")
public record MutationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10m") Duration timeLimit,
        @DefaultValue("20") int classes) {

    public MutationProperties {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("wakeful.auto-dev.mutation.time-limit must be positive");
        }
        if (classes < 1) {
            throw new IllegalArgumentException("wakeful.auto-dev.mutation.classes must be positive");
        }
    }
}
