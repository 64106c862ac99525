package dev.wakeful.service;

import dev.wakeful.events.Event;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.testing.TestKafka;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The sample service in a context of its own, for tests that harm it. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService on(String jdbcUrl) {
        return with(Map.of("spring.datasource.url", jdbcUrl));
    }

    static RunningService with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "spring.kafka.consumer.auto-offset-reset",
                "latest",
                "wakeful.partitions",
                "1",
                "wakeful.consumer-group",
                "test-" + UUID.randomUUID()));
        all.putAll(settings);
        return new RunningService(ServiceApplication.runBeside(SampleService.class, "sample", all));
    }

    void say(Event event) {
        context.getBean(TransactionOperations.class)
                .executeWithoutResult(status -> context.getBean(Outbox.class).append(event));
    }

    String instance() {
        return context.getBean(Instance.class).name();
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    SampleService.Hearing hearing() {
        return context.getBean(SampleService.Hearing.class);
    }

    boolean isRunning() {
        return context.isActive();
    }

    /** How many rows wait in the outbox. */
    int waiting() {
        return jdbc().sql("select count(*) from outbox").query(Integer.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
