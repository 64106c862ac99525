package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.history.Job;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All findings. What is read here stays locked until the transaction ends. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the finding, or does nothing and says false when one with its fingerprint is open already (TRG-16). */
    boolean open(Finding finding, Instant now) {
        return jdbc.sql("""
                insert into finding (id, fingerprint, repository, job, branch, revision, classification, reports,
                    raised_at, last_failed_at)
                values (:id, :fingerprint, :repository, :job, :branch, :revision, :classification, :reports, :now, :failedAt)
                on conflict (fingerprint) where resolved_at is null do nothing
                """)
                        .param("id", finding.id().value())
                        .param("fingerprint", finding.fingerprint().value())
                        .param("repository", finding.job().repository().value())
                        .param("job", finding.job().name())
                        .param("branch", finding.branch())
                        .param("revision", finding.revision().value())
                        .param("classification", finding.classification().name())
                        .param("reports", finding.reports())
                        .param("now", Timestamp.from(now))
                        .param("failedAt", Timestamp.from(finding.lastFailedAt()))
                        .update()
                == 1;
    }

    Optional<Finding> openWith(Fingerprint fingerprint) {
        return jdbc.sql("""
                select id, fingerprint, repository, job, branch, revision, classification, reports, last_failed_at
                from finding where fingerprint = :fingerprint and resolved_at is null for update
                """)
                .param("fingerprint", fingerprint.value())
                .query((row, n) -> finding(row))
                .optional();
    }

    Optional<Finding> openWith(FindingId id) {
        return jdbc.sql("""
                select id, fingerprint, repository, job, branch, revision, classification, reports, last_failed_at
                from finding where id = :id and resolved_at is null for update
                """)
                .param("id", id.value())
                .query((row, n) -> finding(row))
                .optional();
    }

    List<Finding> openOf(Job job) {
        return jdbc.sql("""
                select id, fingerprint, repository, job, branch, revision, classification, reports, last_failed_at
                from finding where repository = :repository and job = :job and resolved_at is null
                order by id for update
                """)
                .param("repository", job.repository().value())
                .param("job", job.name())
                .query((row, n) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new FindingId(row.getString("id")),
                new Fingerprint(row.getString("fingerprint")),
                new Job(new RepositoryName(row.getString("repository")), row.getString("job")),
                row.getString("branch"),
                new Revision(row.getString("revision")),
                Classification.valueOf(row.getString("classification")),
                row.getInt("reports"),
                row.getTimestamp("last_failed_at").toInstant());
    }

    /** Counts one more report. */
    void attach(FindingId id, Instant failedAt) {
        jdbc.sql("""
                update finding set reports = reports + 1, last_failed_at = greatest(last_failed_at, :failedAt)
                where id = :id
                """)
                .param("id", id.value())
                .param("failedAt", Timestamp.from(failedAt))
                .update();
    }

    void reclassify(FindingId id, Classification classification) {
        jdbc.sql("update finding set classification = :classification where id = :id")
                .param("id", id.value())
                .param("classification", classification.name())
                .update();
    }

    void resolve(FindingId id, Instant now) {
        jdbc.sql("update finding set resolved_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
