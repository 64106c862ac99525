package dev.wakeful.autodev.workspace;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Directories of swarms that the database does not know: remembered when first seen, and gone only much later (two phases). */
@Repository
class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Orphans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the directory has been unknown for so long that it may go; the first time it is only remembered. */
    boolean isOver(String directory, Duration patience) {
        Instant now = clock.instant();
        int first = jdbc.sql("insert into orphan (directory, seen_at) values (:directory, :now) on conflict do nothing")
                .param("directory", directory)
                .param("now", Timestamp.from(now))
                .update();
        if (first == 1) {
            LOG.warn("Nobody knows the swarm of {}; it is removed if that is still so in {}", directory, patience);
            return false;
        }
        Instant seen = jdbc.sql("select seen_at from orphan where directory = :directory")
                .param("directory", directory)
                .query(Timestamp.class)
                .single()
                .toInstant();
        return !seen.plus(patience).isAfter(now);
    }

    /** Forgets those that are known again or are not there any more, so that their time begins anew. */
    void forgetAllBut(Collection<String> directories) {
        jdbc.sql("select directory from orphan").query(String.class).list().stream()
                .filter(directory -> !directories.contains(directory))
                .forEach(this::forget);
    }

    private void forget(String directory) {
        jdbc.sql("delete from orphan where directory = :directory")
                .param("directory", directory)
                .update();
    }
}
