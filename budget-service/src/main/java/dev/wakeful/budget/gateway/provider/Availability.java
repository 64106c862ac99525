package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a provider takes calls: not until its usage limit is reset, and not while it is down. Known to this process only; another one
 * learns it from its own first call.
 */
public final class Availability {

    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final String provider;
    private final CircuitBreaker breaker;
    private final Duration pause;
    private final Clock clock;
    private volatile Instant parkedUntil = Instant.MIN;

    Availability(String provider, BreakerSettings settings, Clock clock) {
        this.provider = provider;
        this.breaker = settings.breaker(provider, clock);
        this.pause = settings.pause();
        this.clock = clock;
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "Provider {}: breaker {} -> {}",
                        provider,
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
    }

    /** @throws CallRefused while its usage limit is reached */
    void requireNotParked() {
        Instant until = parkedUntil;
        if (clock.instant().isBefore(until)) {
            throw new CallRefused(Refusal.parked(provider, until));
        }
    }

    /**
     * Asks for one call, which must be told to have succeeded, failed or not been made.
     *
     * @throws CallRefused while it is down, or while another call tries whether it still is
     */
    void requireUp() {
        if (!breaker.tryAcquirePermission()) {
            throw new CallRefused(outage());
        }
    }

    Refusal outage() {
        return Refusal.outage(provider, clock.instant().plus(pause));
    }

    synchronized Refusal park(Instant until) {
        Instant latest = until.isAfter(parkedUntil) ? until : parkedUntil;
        parkedUntil = latest;
        LOG.warn("Provider {}: usage limit reached, nothing is sent until {}", provider, latest);
        // an answer, so it is up
        up();
        return Refusal.parked(provider, latest);
    }

    /** The call was answered, or refused for reasons of its own. */
    public void up() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** The provider failed the call. */
    public void down(Throwable failure) {
        breaker.onError(0, TimeUnit.MILLISECONDS, failure);
    }

    /** The call says nothing about the provider: it was not made, or its caller went away. */
    void unknown() {
        breaker.releasePermission();
    }
}
