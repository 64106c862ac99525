package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What bug-hunter tells of findings; of classifications the newest counts. */
final class FindingFacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    FindingFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(FindingEvent event, Instant at) {
        jdbc.sql("insert into finding (id) values (:id) on conflict do nothing")
                .param("id", event.finding().value())
                .update();
        switch (event) {
            case FindingEvent.Raised raised -> {
                raised(raised);
                classified(raised.finding(), raised.classification(), raised.reason(), at);
            }
            case FindingEvent.Reclassified again ->
                classified(again.finding(), again.classification(), again.reason(), at);
            case FindingEvent.Attached attached -> attached(attached);
            case FindingEvent.Resolved resolved -> resolved(resolved, at);
        }
    }

    private void raised(FindingEvent.Raised raised) {
        jdbc.sql("""
                update finding set repository = :repository, job = :job, step = :step, revision = :revision,
                    branch = :branch, failure = :failure::jsonb, last_good = :lastGood, failed_at = :failedAt,
                    accepted_at = :acceptedAt
                where id = :id
                """)
                .param("id", raised.finding().value())
                .param("repository", raised.repository().value())
                .param("job", raised.job())
                .param("step", raised.step())
                .param("revision", raised.revision().value())
                .param("branch", raised.branch())
                .param("failure", JSON.writeValueAsString(raised.failure()))
                .param(
                        "lastGood",
                        raised.lastGood() == null ? null : raised.lastGood().value())
                .param("failedAt", Timestamp.from(raised.failedAt()))
                .param("acceptedAt", Timestamp.from(raised.acceptedAt()))
                .update();
    }

    private void classified(FindingId finding, Failure.Classification classification, String reason, Instant at) {
        jdbc.sql("""
                update finding set classification = :classification, reason = :reason, classified_at = :at
                where id = :id and (classified_at is null or classified_at <= :at)
                """)
                .param("id", finding.value())
                .param("classification", classification.name())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    private void attached(FindingEvent.Attached attached) {
        jdbc.sql("update finding set reports = greatest(reports, :reports) where id = :id")
                .param("id", attached.finding().value())
                .param("reports", attached.reports())
                .update();
    }

    private void resolved(FindingEvent.Resolved resolved, Instant at) {
        jdbc.sql("update finding set resolved_at = :at, resolution = :reason where id = :id")
                .param("id", resolved.finding().value())
                .param("reason", resolved.reason())
                .param("at", Timestamp.from(at))
                .update();
    }
}
