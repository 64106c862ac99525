package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.EnvelopeHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What most outboxes do: the same table, the same batches, looked at every 100 ms instead of at each commit. */
final class PollingRelay implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final Producer<String, byte[]> producer;
    private final Thread thread;

    PollingRelay(DataSource dataSource, Producer<String, byte[]> producer) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.thread = Thread.ofPlatform().name("polling-relay").daemon().start(this::run);
    }

    private void run() {
        try (Connection connection = dataSource.getConnection()) {
            while (!Thread.currentThread().isInterrupted()) {
                while (send(connection) > 0) {
                    continue;
                }
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("The polling relay stopped", e);
        }
    }

    private int send(Connection connection) throws Exception {
        List<Long> sent = new ArrayList<>();
        List<Future<RecordMetadata>> inFlight = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select id, event_id, source, type, topic, key, occurred_at, lineage, payload
                        from outbox order by id limit 500
                        """);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sent.add(row.getLong("id"));
                inFlight.add(producer.send(record(row)));
            }
        }
        for (Future<RecordMetadata> one : inFlight) {
            one.get();
        }
        delete(connection, sent);
        return sent.size();
    }

    private static ProducerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("payload"));
        EnvelopeHeaders.write(Envelopes.of(row), row.getLong("id"))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                delete.executeUpdate();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
