package dev.wakeful.service.checkpoint;

import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.lease.Leases;
import dev.wakeful.service.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every service writes checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointProperties.class)
public class CheckpointConfiguration {

    @Bean
    Checkpoints checkpoints(
            ServiceProperties service,
            DataSource dataSource,
            KafkaAdmin admin,
            CheckpointProperties properties,
            Clock clock) {
        List<String> groups = List.of(service.consumerGroup() + "-control", service.consumerGroup() + "-work");
        return new Checkpoints(
                service.service(),
                dataSource,
                new Positions(admin.getConfigurationProperties(), groups),
                properties,
                clock);
    }

    @Bean
    CheckpointListener checkpointListener(
            Checkpoints checkpoints,
            Instance instance,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CheckpointListener(checkpoints, instance, outbox, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CheckpointRounds checkpointRounds(
            Checkpoints checkpoints,
            CheckpointProperties properties,
            DataSource dataSource,
            Leases leases,
            Instance instance,
            Clock clock) {
        return new CheckpointRounds(checkpoints, properties, dataSource, leases, instance, clock);
    }
}
