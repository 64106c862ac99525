package dev.wakeful.service.stop;

import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Safe mode and what leads into it and out of it. */
@Configuration(proxyBeanMethods = false)
public class StopConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    StopRecord stopRecord(JdbcClient jdbc) {
        return new StopRecord(jdbc);
    }

    @Bean
    SafeMode safeMode(StopRecord record, Clock clock) {
        return new SafeMode(record.read(), clock);
    }

    @Bean(destroyMethod = "close")
    Halting halting(
            List<StopListener> listeners,
            Instance instance,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Halting(listeners, instance, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    StopWords stopWords(
            SafeMode safeMode,
            Halting halting,
            StopRecord record,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new StopWords(safeMode, halting, record, new TransactionTemplate(transactions), clock);
    }

    @Bean
    StopListening stopListening(
            StopWords words,
            SafeMode safeMode,
            ConsumerFactory<String, byte[]> consumers,
            ServiceProperties properties,
            Instance instance) {
        return new StopListening(words, safeMode, consumers, properties, instance);
    }

    @Bean
    @ConditionalOnProperty("wakeful.stop-file")
    StopFile stopFile(ServiceProperties properties, SafeMode safeMode, StopWords words) {
        return new StopFile(Objects.requireNonNull(properties.stopFile()), safeMode, words);
    }
}
