package dev.wakeful.planner.backlog;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a task comes from, so that work which goes on later stays in its lineage and trace. */
record Origin(
        LineageId lineage,
        @Nullable EventId cause,
        @Nullable String traceparent) {

    /** The origin of the work in hand. */
    static Origin current(Tracing tracing, Instant now) {
        Provenance provenance = Provenance.current(now);
        return new Origin(provenance.lineage(), provenance.cause(), tracing.traceparent());
    }

    /** Does the work as if it followed directly from the origin. */
    void resume(Tracing tracing, Task task, Runnable work) {
        new Provenance(lineage, cause)
                .<@Nullable Void>call(() -> tracing.<@Nullable Void>spanUnder(
                        traceparent,
                        "resume task",
                        SpanKind.INTERNAL,
                        Map.of("wakeful.subject", task.id().value()),
                        () -> {
                            work.run();
                            return null;
                        }));
    }
}
