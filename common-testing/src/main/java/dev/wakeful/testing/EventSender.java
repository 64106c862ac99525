package dev.wakeful.testing;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says events on the real broker as another service would, also twice, malformed or under a chosen envelope. */
public final class EventSender implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Sends the event once under a new id and returns its envelope. */
    public Envelope send(Event event) {
        Envelope envelope = envelopeFor(event);
        send(event, envelope);
        return envelope;
    }

    /** Sends the event under the given envelope; the same envelope again is a duplicate delivery. */
    public void send(Event event, Envelope envelope) {
        sendRaw(Stream.of(event.getClass()).topic(), envelope, EventJson.encode(event));
    }

    /** Sends any bytes under the given envelope. */
    public void sendRaw(String topic, Envelope envelope, byte[] value) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, envelope.subject(), value);
        EnvelopeHeaders.write(envelope, 0)
                .forEach((name, header) -> sent.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        producer.send(sent);
        producer.flush();
    }

    /** A fresh envelope for the event, at the start of a new lineage. */
    public static Envelope envelopeFor(Event event) {
        Instant now = Instant.now();
        return new Envelope(
                EventId.make(now),
                "/wakeful/test",
                EventTypes.nameOf(event.getClass()),
                event.key(),
                now,
                LineageId.make(now),
                null,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Override
    public void close() {
        producer.close();
    }
}
