package dev.wakeful.service.recovery;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every service takes account of a recovery. */
@Configuration(proxyBeanMethods = false)
public class RecoveryConfiguration {

    @Bean
    AfterRecovery afterRecovery(
            JdbcClient jdbc,
            ObjectProvider<Recollection> recollections,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new AfterRecovery(
                jdbc, recollections.orderedStream().toList(), new TransactionTemplate(transactions), clock);
    }
}
