package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.events.Stream;
import dev.wakeful.service.outbox.OutboxRelay;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Every way that is compared. Ours with its own relay, the same outbox with a poll in the relay's place, raw Kafka, and the library twice.
 */
record Routes(
        ConfigurableApplicationContext service,
        Route ours,
        Route carried,
        Route poll,
        Route rawKafka,
        Route namastack,
        Route namastackTuned,
        BareListener listener)
        implements AutoCloseable {

    static final String OURS = "ours";
    static final String CARRIED = "oursWithoutInbox";
    static final String POLL = "poll100Millis";
    static final String RAW_KAFKA = "rawKafka";
    static final String NAMASTACK = "namastackDefaults";
    static final String NAMASTACK_TUNED = "namastackTuned";

    /** Something that is measured. */
    interface Measurement {
        void run() throws Exception;
    }

    @SuppressWarnings("unchecked")
    static Routes open(Infrastructure on) throws Exception {
        on.makeTopics(RawKafkaRoute.TOPIC, NamastackRoute.topic(NAMASTACK), NamastackRoute.topic(NAMASTACK_TUNED));
        Progress.say("starting the services");
        ConfigurableApplicationContext service = Services.start(
                RelayApplication.class, "bench-relay", on.databaseAddress("bench-relay"), on.brokerAddress());
        Flights flights = service.getBean(Flights.class);
        Flights bare = new Flights();
        return new Routes(
                service,
                new OutboxRoute(OURS, service, flights, SampleEvents::failed),
                new OutboxRoute(CARRIED, service, bare, SampleEvents::resolved),
                new OutboxRoute(POLL, service, flights, SampleEvents::failed),
                new RawKafkaRoute(on.brokerAddress()),
                NamastackRoute.withDefaults(on, NAMASTACK),
                NamastackRoute.tuned(on, NAMASTACK_TUNED),
                new BareListener(service.getBean(ConsumerFactory.class), Stream.FINDING.topic(), bare));
    }

    List<Route> all() {
        return List.of(ours, rawKafka, namastackTuned);
    }

    List<Route> oursAndFloor() {
        return List.of(ours, rawKafka);
    }

    List<Route> peers() {
        return List.of(poll, namastack, namastackTuned);
    }

    /** Those that can carry a steady rate. */
    List<Route> fastPeers() {
        return List.of(poll, namastackTuned);
    }

    /** Measures with the poll in the relay's place. */
    @SuppressWarnings("unchecked")
    void polling(Measurement measurement) throws Exception {
        OutboxRelay relay = service.getBean(OutboxRelay.class);
        relay.stop();
        ProducerFactory<String, byte[]> producers = service.getBean(ProducerFactory.class);
        try (PollingRelay polling = new PollingRelay(service.getBean(DataSource.class), producers.createProducer())) {
            measurement.run();
        } finally {
            relay.start();
        }
    }

    @Override
    public void close() {
        listener.close();
        List.of(rawKafka, namastack, namastackTuned).forEach(Route::close);
        service.close();
    }
}
