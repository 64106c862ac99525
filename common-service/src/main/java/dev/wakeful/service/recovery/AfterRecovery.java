package dev.wakeful.service.recovery;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The first start after a recovery: what was lost is recalled before the service listens to anybody. One transaction on its own database,
 * so it waits for no broker; of several copies one does it and the others wait for it.
 */
public final class AfterRecovery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRecovery.class);

    private final JdbcClient jdbc;
    private final List<Recollection> recollections;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile boolean running;

    AfterRecovery(JdbcClient jdbc, List<Recollection> recollections, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.recollections = List.copyOf(recollections);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void start() {
        transactions.executeWithoutResult(status -> recallOnce());
        running = true;
    }

    private void recallOnce() {
        boolean recovered = !jdbc.sql("select at from recovery for update")
                .query(Timestamp.class)
                .list()
                .isEmpty();
        if (recovered) {
            List<Said> lost = lost();
            recollections.forEach(recollection -> passOver(recollection.recall(lost)));
            jdbc.sql("delete from lost_event").update();
            jdbc.sql("delete from recovery").update();
            LOG.info("Recovered from a checkpoint; {} events that were said since are taken into account", lost.size());
        }
    }

    private List<Said> lost() {
        return jdbc.sql("""
                select number, event_id, source, type, key, occurred_at, lineage, cause, traceparent, payload
                from lost_event order by number
                """).query(AfterRecovery::said).list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Said(
                row.getLong("number"),
                new Envelope(
                        new EventId(row.getString("event_id")),
                        row.getString("source"),
                        row.getString("type"),
                        row.getString("key"),
                        row.getTimestamp("occurred_at").toInstant(),
                        new LineageId(row.getString("lineage")),
                        cause == null ? null : new EventId(cause),
                        row.getString("traceparent")),
                row.getBytes("payload"));
    }

    private void passOver(List<Said> recalled) {
        String[] causes = recalled.stream()
                .flatMap(said -> Stream.ofNullable(said.envelope().cause()))
                .map(EventId::value)
                .toArray(String[]::new);
        jdbc.sql(
                        "insert into inbox (event_id, received_at) select unnest(:causes::text[]), :now on conflict do nothing")
                .param("causes", causes)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that answers or hears. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 50;
    }
}
