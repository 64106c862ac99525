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
 * One look at the outbox: all unsent rows in the order of writing, many in flight at once, each deleted once it and all before
 * it are acknowledged. Rows that
 * commit late with a lower id are found by the next look, since no position is remembered.
 */
final class OutboxBatch {

    private static final int ROWS = 500;
    /** What a batch may hold in memory, whatever piled up in an outage. */
    private static final int BYTES = 8_000_000;

    private final Connection connection;
    private final Producer<String, byte[]> producer;

    OutboxBatch(Connection connection, Producer<String, byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** Sends what is there and returns how many rows that were. */
    int send() throws SQLException, InterruptedException {
        List<OutboxRow> rows = unsent();
        int acknowledged = 0;
        try {
            for (Future<RecordMetadata> sent : handOver(rows)) {
                acknowledged(sent);
                acknowledged++;
            }
        } finally {
            delete(rows.subList(0, acknowledged));
        }
        return rows.size();
    }

    /** Stops at the first row the producer does not take: a later one of the same key must not overtake it. */
    private List<Future<RecordMetadata>> handOver(List<OutboxRow> rows) {
        List<Future<RecordMetadata>> inFlight = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Future<RecordMetadata> sent = producer.send(row.toRecord());
            inFlight.add(sent);
            if (sent.state() == Future.State.FAILED) {
                break;
            }
        }
        return inFlight;
    }

    private List<OutboxRow> unsent() throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select id, event_id, source, type, topic, key, occurred_at, lineage, cause, traceparent, payload
                        from (
                            select oldest.*, sum(octet_length(payload)) over (order by id) - octet_length(payload) as bytes_before
                            from (select * from outbox order by id limit ?) oldest
                        ) batch
                        where bytes_before < ? order by id
                        """)) {
            select.setInt(1, ROWS);
            select.setInt(2, BYTES);
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
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
        }
    }
}
