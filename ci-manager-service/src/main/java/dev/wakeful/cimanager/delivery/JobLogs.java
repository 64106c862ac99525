package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Logs that CI steps sent, by build. A log that comes after its webhook is kept and not used. */
@Repository
public class JobLogs {

    /** What is kept of a log: its last 64 KiB. */
    static final int MOST_BYTES = 64 * 1024;

    /** What of it travels in an event. */
    static final int MOST_IN_EVENT = 48 * 1024;

    private final JdbcClient jdbc;

    JobLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the end of the log; a later log of the same build replaces it. Returns how many bytes were kept. */
    public int keep(BuildId build, byte[] log, Instant now) {
        String text = LogText.tail(LogText.clean(log, 4 * MOST_BYTES), MOST_BYTES);
        jdbc.sql("""
                insert into job_log (build, text, received_at) values (:build, :text, :now)
                on conflict (build) do update set text = excluded.text, received_at = excluded.received_at
                """)
                .param("build", build.value())
                .param("text", text)
                .param("now", Timestamp.from(now))
                .update();
        return LogText.bytes(text);
    }

    /** The end of the build's log where it was sent. */
    Optional<String> of(BuildId build) {
        return jdbc.sql("select text from job_log where build = :build")
                .param("build", build.value())
                .query(String.class)
                .optional()
                .map(text -> LogText.tail(text, MOST_IN_EVENT));
    }
}
