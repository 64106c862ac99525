package dev.wakeful.service.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes old rows (JOB-7): in batches with a transaction each, so that nobody waits long for a lock, and so many batches in a round at most.
 * What is left is for the next round.
 */
public final class Compaction {

    static final int BATCH = 1_000;
    static final int MOST_BATCHES = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final List<OldRows> tables;
    private final RetentionProperties properties;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Compaction(
            List<OldRows> tables,
            RetentionProperties properties,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.tables = List.copyOf(tables);
        this.properties = properties;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One round; tables that cannot be compacted now do not hold up the others. */
    public void round() {
        tables.forEach(this::compactOrLeave);
    }

    private void compactOrLeave(OldRows rows) {
        try {
            long removed = compact(rows);
            if (removed > 0) {
                LOG.info("Removed {} old rows: {}", removed, rows.what());
            }
        } catch (RuntimeException e) {
            LOG.warn("Old rows ({}) could not be removed; tried again in {}", rows.what(), properties.every(), e);
        }
    }

    private long compact(OldRows rows) {
        Timestamp before = Timestamp.from(clock.instant().minus(rows.age().apply(properties)));
        long removed = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int more = remove(rows, before);
            removed += more;
            if (more < BATCH) {
                return removed;
            }
        }
        return removed;
    }

    private int remove(OldRows rows, Timestamp before) {
        Integer removed = transactions.execute(status -> jdbc.sql(rows.delete())
                .param("before", before)
                .param("most", BATCH)
                .update());
        return removed == null ? 0 : removed;
    }
}
