package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.EventJson;
import io.namastack.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The peer: the best library for an outbox in Spring. It polls. */
final class NamastackRoute implements Route {

    private final String name;
    private final Flights flights = new Flights();
    private final ConfigurableApplicationContext service;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Ear ear;

    private NamastackRoute(Infrastructure on, String name, String... settings)
            throws SQLException, InterruptedException {
        this.name = name;
        this.service = Services.start(
                NamastackApplication.class,
                "bench-namastack",
                on.databaseAddress("bench-" + name.toLowerCase(java.util.Locale.ROOT)),
                on.brokerAddress(),
                settings);
        this.outbox = service.getBean(Outbox.class);
        this.transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        this.ear = new Ear(on.brokerAddress(), topic(name), id -> {
            long now = System.nanoTime();
            flights.landed(id, now, now);
        });
    }

    static String topic(String name) {
        return "bench." + name;
    }

    /** As it comes: a look every 2 s, ten keys each. */
    static NamastackRoute withDefaults(Infrastructure on, String name) throws SQLException, InterruptedException {
        return new NamastackRoute(on, name);
    }

    /** As its authors set it up for their own performance test. */
    static NamastackRoute tuned(Infrastructure on, String name) throws SQLException, InterruptedException {
        return new NamastackRoute(
                on,
                name,
                "--namastack.outbox.polling.batch-size=1000",
                "--namastack.outbox.polling.fixed.interval=100ms",
                "--namastack.outbox.processing.executor-core-pool-size=16",
                "--namastack.outbox.processing.executor-max-pool-size=32",
                "--namastack.outbox.instance.heartbeat-interval=1s",
                "--namastack.outbox.instance.stale-instance-timeout=10s",
                "--namastack.outbox.instance.rebalance-interval=1s",
                "--namastack.outbox.multicaster.enabled=false",
                "--spring.threads.virtual.enabled=false",
                "--spring.datasource.hikari.maximum-pool-size=30");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Flights flights() {
        return flights;
    }

    @Override
    public void commit(List<String> ids) {
        transactions.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new OutboxRoute.Stamp(ids, flights));
            ids.forEach(id -> outbox.schedule(
                    new NamastackApplication.Payload(
                            id,
                            topic(name),
                            new String(EventJson.encode(SampleEvents.failed(id)), StandardCharsets.UTF_8)),
                    id));
        });
    }

    @Override
    public void close() {
        ear.close();
        service.close();
    }
}
