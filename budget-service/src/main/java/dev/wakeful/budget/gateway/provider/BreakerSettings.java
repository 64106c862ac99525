package dev.wakeful.budget.gateway.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a provider counts as down (DEV-7).
 *
 * @param calls how many of its last calls are looked at
 * @param failurePercent how many of them must have failed
 * @param pause how long nobody calls it then, before one call may try
 */
public record BreakerSettings(
        @DefaultValue("10") int calls,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("30s") Duration pause) {

    public BreakerSettings {
        if (calls < 1 || failurePercent < 1 || failurePercent > 100 || pause.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "wakeful.budget.gateway.breaker: calls must be 1 or more, failure-percent"
                            + " 1 to 100 and pause positive; they are " + calls + ", " + failurePercent + " and "
                            + pause);
        }
    }

    CircuitBreaker breaker(String provider, Clock clock) {
        return CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindow(
                                calls, Math.max(1, calls / 2), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(failurePercent)
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }
}
