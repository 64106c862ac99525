package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.service.trace.Tracing;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every event, numbered in the order of commit. */
@Component
class EventLog {

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last thing a transaction does: from here to its commit nobody else is given a number. */
    void append(Event event, Envelope envelope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('event-log'), hashtext(current_schema()))")
                .query(rows -> {});
        jdbc.sql("""
                insert into event (id, type, subject, source, occurred_at, lineage, cause, trace_id, task, summary, payload)
                values (:id, :type, :subject, :source, :at, :lineage, :cause, :traceId, :task, :summary, :payload::jsonb)
                """)
                .param("id", envelope.id().value())
                .param("type", envelope.type())
                .param("subject", envelope.subject())
                .param("source", envelope.source())
                .param("at", Timestamp.from(envelope.time()))
                .param("lineage", envelope.lineage().value())
                .param(
                        "cause",
                        envelope.cause() == null ? null : envelope.cause().value())
                .param("traceId", Tracing.traceId(envelope.traceparent()))
                .param("task", taskOf(event))
                .param("summary", Summary.of(event))
                .param("payload", new String(EventJson.encode(event), StandardCharsets.UTF_8))
                .update();
    }

    private static @Nullable String taskOf(Event event) {
        return NamedTask.in(event).map(Object::toString).orElse(null);
    }
}
