package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.EventId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handles what was kept for a repository once somebody watches it, each delivery once and in the trace and lineage it came with. */
@Component
public class KeptDeliveries {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Deliveries deliveries;
    private final Builds builds;
    private final Tracing tracing;
    private final Clock clock;

    KeptDeliveries(Deliveries deliveries, Builds builds, Tracing tracing, Clock clock) {
        this.deliveries = deliveries;
        this.builds = builds;
        this.tracing = tracing;
        this.clock = clock;
    }

    /** Inside the transaction that makes the repository known, because of the event that told of it. */
    public void handle(RepositoryName repository, EventId cause) {
        deliveries
                .takeKept(repository, clock.instant().minus(KEPT))
                .forEach(kept -> new Provenance(kept.lineage(), cause)
                        .call(() -> tracing.<@Nullable Void>spanUnder(
                                kept.traceparent(),
                                "handle kept delivery",
                                SpanKind.INTERNAL,
                                Map.of("wakeful.delivery", kept.delivery().id()),
                                () -> {
                                    say(kept.delivery());
                                    return null;
                                })));
    }

    private void say(Delivery delivery) {
        if (GitHubNormaliser.understand(delivery) instanceof Understood.Report report) {
            builds.say(report, delivery.receivedAt());
        }
    }
}
