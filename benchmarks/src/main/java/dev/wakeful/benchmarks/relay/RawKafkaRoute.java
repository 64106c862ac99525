package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.EventJson;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The floor: produce → consume, no database at all. */
final class RawKafkaRoute implements Route {

    static final String TOPIC = "bench.raw";

    private final Flights flights = new Flights();
    private final KafkaProducer<String, byte[]> producer;
    private final Ear ear;

    RawKafkaRoute(String broker) throws InterruptedException {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.ear = new Ear(broker, TOPIC, id -> {
            long now = System.nanoTime();
            flights.landed(id, now, now);
        });
    }

    @Override
    public String name() {
        return "rawKafka";
    }

    @Override
    public Flights flights() {
        return flights;
    }

    @Override
    public void commit(List<String> ids) {
        ids.forEach(id -> {
            byte[] payload = EventJson.encode(SampleEvents.failed(id));
            flights.committed(id);
            producer.send(new ProducerRecord<>(TOPIC, id, payload));
        });
    }

    @Override
    public void close() {
        ear.close();
        producer.close();
    }
}
