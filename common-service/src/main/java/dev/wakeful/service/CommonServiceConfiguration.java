package dev.wakeful.service;

import dev.wakeful.service.checkpoint.CheckpointConfiguration;
import dev.wakeful.service.effect.ActsUnderWay;
import dev.wakeful.service.effect.EffectJournal;
import dev.wakeful.service.effect.EpochFence;
import dev.wakeful.service.inbox.InboxConfiguration;
import dev.wakeful.service.instance.CommandSandbox;
import dev.wakeful.service.instance.Heartbeat;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.instance.LifeSign;
import dev.wakeful.service.lease.Leases;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.outbox.OutboxRelay;
import dev.wakeful.service.outbox.RelayBell;
import dev.wakeful.service.recovery.RecoveryConfiguration;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.StopConfiguration;
import dev.wakeful.service.topic.TopicCreation;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans every service has. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceProperties.class)
@Import({InboxConfiguration.class, StopConfiguration.class, CheckpointConfiguration.class, RecoveryConfiguration.class})
public class CommonServiceConfiguration {

    private static final int CLOSE_SECONDS = 2;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Tracing tracing(OpenTelemetry openTelemetry) {
        return new Tracing(openTelemetry);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Instance instance(ServiceProperties properties, DataSource dataSource) throws SQLException {
        return Instance.claim(properties.service(), dataSource);
    }

    @Bean
    RelayBell relayBell() {
        return new RelayBell();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Tracing tracing, Clock clock, ServiceProperties properties, RelayBell bell) {
        return new Outbox(jdbc, tracing, clock, properties.service(), bell);
    }

    @Bean
    @DependsOnDatabaseInitialization
    OutboxRelay outboxRelay(
            DataSource dataSource,
            ProducerFactory<String, byte[]> producers,
            RelayBell bell,
            ServiceProperties properties) {
        return new OutboxRelay(dataSource, producers, bell, properties.service());
    }

    /** A broker that is away must not hold up the end of the process; what was not sent is in the outbox. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer closeProducersQuickly() {
        return factory -> factory.setPhysicalCloseTimeout(CLOSE_SECONDS);
    }

    @Bean
    LifeSign lifeSign(Instance instance, Clock clock, Optional<CommandSandbox> sandbox) {
        return new LifeSign(instance, clock.instant(), sandbox);
    }

    @Bean
    Heartbeat heartbeat(
            Instance instance,
            Outbox outbox,
            PlatformTransactionManager transactions,
            ServiceProperties properties,
            LifeSign sign,
            ConfigurableApplicationContext context) {
        return new Heartbeat(
                sign,
                outbox,
                new TransactionTemplate(transactions),
                properties.heartbeat(),
                () -> Thread.ofPlatform().name("end-" + instance.name()).start(context::close));
    }

    @Bean
    EpochFence epochFence(JdbcClient jdbc) {
        return new EpochFence(jdbc);
    }

    @Bean
    ActsUnderWay actsUnderWay(SafeMode safeMode, Clock clock) {
        return new ActsUnderWay(safeMode, clock);
    }

    @Bean
    EffectJournal effectJournal(JdbcClient jdbc, EpochFence fence, ActsUnderWay underWay, Clock clock) {
        return new EffectJournal(jdbc, fence, underWay, clock);
    }

    @Bean
    Leases leases(JdbcClient jdbc, Clock clock) {
        return new Leases(jdbc, clock);
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin, ServiceProperties properties) {
        return new TopicCreation(admin, properties.partitions());
    }
}
