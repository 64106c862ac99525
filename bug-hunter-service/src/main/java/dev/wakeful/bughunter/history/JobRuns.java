package dev.wakeful.bughunter.history;

import dev.wakeful.events.FindingId;
import dev.wakeful.events.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs of all jobs, bounded: the newest {@value #KEPT} of each job. */
@Component
public class JobRuns {

    static final int KEPT = 100;

    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The job's history. Until the transaction ends nobody else can read or add to it through this method. */
    public History lockedHistoryOf(Job job) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:repository), hashtext(:job))")
                .param("repository", job.repository().value())
                .param("job", job.name())
                .query((row, n) -> n)
                .list();
        return new History(jdbc.sql("""
                select branch, revision, attempt, outcome, at, finding
                from job_run where repository = :repository and job = :job
                """)
                .param("repository", job.repository().value())
                .param("job", job.name())
                .query((row, n) -> run(row))
                .list());
    }

    private static JobRun run(ResultSet row) throws SQLException {
        @Nullable String finding = row.getString("finding");
        return new JobRun(
                row.getString("branch"),
                new Revision(row.getString("revision")),
                row.getInt("attempt"),
                JobRun.Outcome.valueOf(row.getString("outcome")),
                row.getTimestamp("at").toInstant(),
                finding == null ? null : new FindingId(finding));
    }

    /** Adds the run, and forgets the oldest when the history was full. */
    public void add(Job job, History history, JobRun run) {
        jdbc.sql("""
                insert into job_run (repository, job, branch, revision, attempt, outcome, at, finding)
                values (:repository, :job, :branch, :revision, :attempt, :outcome, :at, :finding)
                """)
                .param("repository", job.repository().value())
                .param("job", job.name())
                .param("branch", run.branch())
                .param("revision", run.revision().value())
                .param("attempt", run.attempt())
                .param("outcome", run.outcome().name())
                .param("at", Timestamp.from(run.at()))
                .param("finding", run.finding() == null ? null : run.finding().value())
                .update();
        if (history.runs().size() >= KEPT) {
            forgetOldest(job);
        }
    }

    private void forgetOldest(Job job) {
        jdbc.sql("""
                delete from job_run where n in (
                    select n from job_run where repository = :repository and job = :job
                    order by at desc, n desc offset :kept)
                """)
                .param("repository", job.repository().value())
                .param("job", job.name())
                .param("kept", KEPT)
                .update();
    }
}
