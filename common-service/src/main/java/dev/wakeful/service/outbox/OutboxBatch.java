package dev.wakeful.service.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * One look at the outbox: all unsent rows in the order of writing, many in flight at once, deleted when all are acknowledged. Rows that
 * commit late with a lower id are found by the next look, since no position is remembered.
 */
final class OutboxBatch {

    private static final int ROWS = 500;

    private final Connection connection;
    private final Producer<String, byte[]> producer;

    OutboxBatch(Connection connection, Producer<String, byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** True when this connection now holds the schema's relay lock. It is freed with the connection, however that ends. */
    boolean becomeActive() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtext('outbox-relay'), hashtext(current_schema()))");
                ResultSet answer = lock.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    void standDown() throws SQLException {
        if (connection.isValid(1)) {
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
            }
        }
    }

    /** Sends what is there and returns how many rows that were. */
    int send() throws SQLException, InterruptedException {
        List<OutboxRow> rows = unsent();
        if (!rows.isEmpty()) {
            List<Future<RecordMetadata>> inFlight = new ArrayList<>(rows.size());
            rows.forEach(row -> inFlight.add(producer.send(row.toRecord())));
            for (Future<RecordMetadata> sent : inFlight) {
                acknowledged(sent);
            }
            delete(rows);
        }
        return rows.size();
    }

    private List<OutboxRow> unsent() throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select id, event_id, source, type, topic, key, occurred_at, lineage, cause, traceparent, payload
                        from outbox order by id limit ?
                        """)) {
            select.setInt(1, ROWS);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.read(result));
                }
            }
        }
        return rows;
    }

    private static void acknowledged(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka refused an event: " + e.getCause(), e);
        }
    }

    private void delete(List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
        }
    }
}
