package dev.wakeful.service.inbox;

import dev.wakeful.events.Stream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/**
 * The listeners of a service: one for its work and one, on its own thread, for what people say, so that a stop never queues behind work.
 * Both are static members of the service's consumer group; an instance that was killed and comes back gets its partitions at once.
 */
public final class EventListening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventListening.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<KafkaMessageListenerContainer<String, byte[]>> containers;
    private final EventDelivery delivery;

    EventListening(
            List<HandlerMethod> handlers,
            EventDelivery delivery,
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            Membership membership) {
        this.delivery = delivery;
        Wiring wiring = new Wiring(delivery, consumers, kafka, membership);
        Predicate<Stream> urgent = Stream.CONTROL::equals;
        this.containers = java.util.stream.Stream.of(
                        wiring.container("control", topics(handlers, urgent)),
                        wiring.container("work", topics(handlers, urgent.negate())))
                .flatMap(List::stream)
                .toList();
    }

    private static String[] topics(List<HandlerMethod> handlers, Predicate<Stream> wanted) {
        return Arrays.stream(Stream.values())
                .filter(wanted)
                .filter(stream -> handlers.stream().anyMatch(handler -> handler.hears(stream)))
                .map(Stream::topic)
                .toArray(String[]::new);
    }

    @Override
    public void start() {
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    /**
     * Waits for the handlers at work, and not for long: what a listener has not finished is delivered again. The consumers close by
     * themselves; that takes as long as the fetch that is under way, or a broker that is away.
     */
    @Override
    public void stop() {
        containers.forEach(container -> container.stop(() -> {}));
        try {
            if (!delivery.awaitQuiet(PATIENCE)) {
                LOG.warn("A handler was still at work after {}; its event will be delivered again", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(KafkaMessageListenerContainer::isRunning);
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    /** Which group the listeners join, and as which static member. */
    record Membership(String group, String instance) {}

    private record Wiring(
            EventDelivery delivery,
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            Membership membership) {

        List<KafkaMessageListenerContainer<String, byte[]>> container(String purpose, String[] topics) {
            if (topics.length == 0) {
                return List.of();
            }
            String member = membership.instance() + "-" + purpose;
            ContainerProperties properties = new ContainerProperties(topics);
            properties.setGroupId(membership.group() + "-" + purpose);
            properties.getKafkaConsumerProperties().put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
            properties.setMessageListener((MessageListener<String, byte[]>) delivery::deliver);
            properties.setMissingTopicsFatal(false);
            properties.setStopImmediate(true);
            KafkaMessageListenerContainer<String, byte[]> container =
                    new KafkaMessageListenerContainer<>(consumers, properties);
            container.setBeanName(member);
            container.setCommonErrorHandler(DeadLetters.errorHandler(kafka));
            return List.of(container);
        }
    }
}
