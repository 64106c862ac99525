package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.LineageId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.service.trace.Tracing;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The delivery log. */
@Repository
public class Deliveries {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Tracing tracing;

    Deliveries(JdbcClient jdbc, Tracing tracing) {
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    /** What people see of a delivery. */
    public record Entry(
            String delivery,
            String source,
            String event,
            String verdict,
            @Nullable String reason,
            @Nullable String repository,
            Instant acceptedAt,
            long bytes,
            @Nullable String traceId) {}

    /** A delivery that waits for its repository. */
    record Kept(
            Delivery delivery, LineageId lineage, @Nullable String traceparent) {}

    /** What the log says about a delivery. */
    record Outcome(
            Verdict verdict,
            @Nullable String reason,
            @Nullable RepositoryName repository) {}

    /** False when the delivery was here before. One that could not be understood then may be given again. */
    boolean record(Delivery delivery, Outcome outcome, LineageId lineage) {
        RepositoryName repository = outcome.repository();
        return jdbc.sql("""
                insert into delivery (source, id, event, headers, body, verdict, reason, repository, accepted_at, lineage, traceparent)
                values (:source, :id, :event, :headers, :body, :verdict, :reason, :repository, :now, :lineage, :traceparent)
                on conflict (source, id) do update
                    set event = excluded.event, headers = excluded.headers, body = excluded.body, verdict = excluded.verdict,
                        reason = excluded.reason, repository = excluded.repository, accepted_at = excluded.accepted_at,
                        lineage = excluded.lineage, traceparent = excluded.traceparent
                    where delivery.verdict = 'malformed'
                """)
                        .param("source", delivery.source())
                        .param("id", delivery.id())
                        .param("event", delivery.event())
                        .param("headers", MAPPER.writeValueAsString(delivery.headers()))
                        .param("body", delivery.body())
                        .param("verdict", outcome.verdict().word())
                        .param("reason", outcome.reason())
                        .param("repository", repository == null ? null : repository.value())
                        .param("now", Timestamp.from(delivery.receivedAt()))
                        .param("lineage", lineage.value())
                        .param("traceparent", tracing.traceparent())
                        .update()
                == 1;
    }

    /** Takes the kept deliveries for the repository, oldest first; each is handed out once. */
    List<Kept> takeKept(RepositoryName repository, Instant since) {
        return jdbc.sql("""
                with taken as (
                    update delivery set verdict = 'accepted'
                    where repository = :repository and verdict = 'unmatched' and accepted_at >= :since
                    returning source, id, event, headers, body, accepted_at, lineage, traceparent)
                select source, id, event, headers, body, accepted_at, lineage, traceparent from taken order by accepted_at, id
                """)
                .param("repository", repository.value())
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Kept(
                        new Delivery(
                                row.getString("source"),
                                row.getString("id"),
                                row.getString("event"),
                                MAPPER.readValue(row.getString("headers"), new TypeReference<>() {}),
                                row.getBytes("body"),
                                row.getTimestamp("accepted_at").toInstant()),
                        new LineageId(row.getString("lineage")),
                        row.getString("traceparent")))
                .list();
    }

    /** The newest deliveries, newest first, without their bodies. */
    public List<Entry> newest(int limit) {
        return jdbc.sql("""
                select id, source, event, verdict, reason, repository, accepted_at, length(body) as bytes, traceparent
                from delivery order by accepted_at desc limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getString("id"),
                        row.getString("source"),
                        row.getString("event"),
                        row.getString("verdict"),
                        row.getString("reason"),
                        row.getString("repository"),
                        row.getTimestamp("accepted_at").toInstant(),
                        row.getLong("bytes"),
                        Tracing.traceId(row.getString("traceparent"))))
                .list();
    }
}
