package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private final Runnable onChange;
    private volatile Instant parkedUntil = Instant.MIN;
    private volatile @Nullable Outage outage;

    /** @param onChange told whenever the provider is lost or back */
    Availability(String provider, BreakerSettings settings, Clock clock, Runnable onChange) {
        this.provider = provider;
        this.breaker = settings.breaker(provider, clock);
        this.pause = settings.pause();
        this.clock = clock;
        this.onChange = onChange;
        breaker.getEventPublisher()
                .onStateTransition(event -> changed(event.getStateTransition().getToState()));
    }

    private void changed(CircuitBreaker.State to) {
        LOG.warn("Provider {}: breaker is now {}", provider, to);
        if (to == CircuitBreaker.State.OPEN && outage == null) {
            CircuitBreaker.Metrics seen = breaker.getMetrics();
            outage = new Outage(
                    clock.instant(),
                    seen.getNumberOfFailedCalls() + " of the last " + seen.getNumberOfBufferedCalls()
                            + " calls failed");
            onChange.run();
        } else if (to == CircuitBreaker.State.CLOSED) {
            outage = null;
            onChange.run();
        }
    }

    /** The outage that lasts, until a call or a probe has found the provider well. */
    Optional<Outage> outage() {
        return Optional.ofNullable(outage);
    }

    /** It was down when another process ended, and is until the contrary is seen. */
    void takeUp(Outage known) {
        outage = known;
        breaker.transitionToOpenState();
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
            throw new CallRefused(refusal());
        }
    }

    /** Whether one call may try if it is up again; it must be told how that went. */
    boolean mayProbe() {
        return breaker.tryAcquirePermission();
    }

    Refusal refusal() {
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
