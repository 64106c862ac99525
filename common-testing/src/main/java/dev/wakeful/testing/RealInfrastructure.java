package dev.wakeful.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points a test context at the real broker and a schema of its own. Each context is a service with a name of its own, so that two
 * contexts in one JVM are never members of the same consumer group.
 */
public final class RealInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema(),
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "wakeful.consumer-group",
                "test-" + CONTEXTS.incrementAndGet(),
                "wakeful.partitions",
                "1");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real infrastructure", settings));
    }
}
