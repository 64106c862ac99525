package dev.wakeful.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.retention.RetentionConfiguration;
import dev.wakeful.service.schedule.Jobs;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Durable jobs for the services that switch {@code db-scheduler.enabled} on. The scheduler bears the instance's name; what an earlier
 * process of that name had picked is free again at once, instead of after some missed heartbeats.
 */
@AutoConfiguration(before = DbSchedulerAutoConfiguration.class, after = CommonServiceConfiguration.class)
@ConditionalOnBooleanProperty("db-scheduler.enabled")
@Import(RetentionConfiguration.class)
public class JobConfiguration {

    @Bean
    DbSchedulerCustomizer jobSettings(Instance instance, JdbcClient jdbc) {
        jdbc.sql("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                where picked and picked_by = :name
                """).param("name", instance.name()).update();
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(instance.name()));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    Jobs jobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        return new Jobs(scheduler, clock);
    }
}
