package dev.wakeful.service.outbox;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One committed event on its way to Kafka. */
record OutboxRow(long id, Envelope envelope, String topic, byte[] payload) {

    static OutboxRow read(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new OutboxRow(
                row.getLong("id"),
                new Envelope(
                        new EventId(row.getString("event_id")),
                        row.getString("source"),
                        row.getString("type"),
                        row.getString("key"),
                        row.getTimestamp("occurred_at").toInstant(),
                        new LineageId(row.getString("lineage")),
                        cause == null ? null : new EventId(cause),
                        row.getString("traceparent")),
                row.getString("topic"),
                row.getBytes("payload"));
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, envelope.subject(), payload);
        EnvelopeHeaders.write(envelope, id)
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }
}
