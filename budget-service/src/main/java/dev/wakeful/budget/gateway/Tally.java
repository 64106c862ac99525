package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.wire.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what becomes of calls. {@code wakeful.gateway.refused} by provider, status and reason: what got a refusal of the gateway.
 * {@code wakeful.gateway.calls} by outcome: {@code metered} and {@code not-made}; every other outcome counted at its worst case.
 */
@Component
public final class Tally {

    private final MeterRegistry meters;

    Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    public void refused(String provider, Refusal refusal) {
        meters.counter(
                        "wakeful.gateway.refused",
                        "provider",
                        provider,
                        "status",
                        Integer.toString(refusal.status()),
                        "reason",
                        refusal.reason())
                .increment();
    }

    void ended(String outcome) {
        meters.counter("wakeful.gateway.calls", "outcome", outcome).increment();
    }
}
