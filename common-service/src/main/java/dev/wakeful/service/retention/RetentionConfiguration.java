package dev.wakeful.service.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every service with jobs removes what is old in its own schema, one replica of it at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
public class RetentionConfiguration {

    /** An event that is heard again after that counts as new, so it must be gone from the broker by then. */
    @Bean
    OldRows oldInbox() {
        return OldRows.asEvents("handled events", """
                delete from inbox where event_id in (select event_id from inbox where received_at < :before limit :most)
                """);
    }

    /** What is still to be done, or was refused and may be asked for again, stays. */
    @Bean
    OldRows oldEffects() {
        return new OldRows("effects", RetentionProperties::effects, """
                delete from effect where key in (select key from effect where state = 'DONE' and finished_at < :before limit :most)
                """);
    }

    @Bean
    Compaction compaction(
            ObjectProvider<OldRows> tables,
            RetentionProperties properties,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Compaction(
                tables.orderedStream().toList(), properties, jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    RecurringTask<Void> compactOldRows(Compaction compaction, RetentionProperties properties) {
        return Tasks.recurring("compact-old-rows", FixedDelay.of(properties.every()))
                .execute((instance, context) -> compaction.round());
    }
}
