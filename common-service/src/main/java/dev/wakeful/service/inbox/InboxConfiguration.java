package dev.wakeful.service.inbox;

import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.trace.Tracing;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the service's consumers and starts to listen. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    EventListening eventListening(
            List<EventConsumer> consumers,
            Delivery delivery,
            ConsumerFactory<String, byte[]> consumerFactory,
            KafkaOperations<String, byte[]> kafka,
            ServiceProperties properties,
            Instance instance) {
        List<HandlerMethod> handlers = consumers.stream()
                .flatMap(consumer -> HandlerMethod.of(consumer).stream())
                .toList();
        return new EventListening(
                handlers,
                delivery.to(handlers),
                consumerFactory,
                kafka,
                new EventListening.Membership(properties.consumerGroup(), instance.name()));
    }

    @Bean
    Delivery delivery(
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions,
            Tracing tracing,
            ServiceProperties properties) {
        return handlers -> new EventDelivery(
                handlers, new Inbox(jdbc, clock), new TransactionTemplate(transactions), tracing, properties.service());
    }

    /** Makes the delivery for the handlers that were found. */
    interface Delivery {
        EventDelivery to(List<HandlerMethod> handlers);
    }
}
