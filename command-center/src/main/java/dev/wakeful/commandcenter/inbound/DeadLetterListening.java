package dev.wakeful.commandcenter.inbound;

import dev.wakeful.commandcenter.deadletters.DeadLetters;
import dev.wakeful.events.Stream;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.instance.Instance;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/** Hears every dead-letter topic. A letter that cannot be kept now is kept later: this is the last place it can go. */
@Component
class DeadLetterListening implements SmartLifecycle {

    private static final long PAUSE_MILLIS = 1_000;

    private final KafkaMessageListenerContainer<String, byte[]> container;

    DeadLetterListening(
            ConsumerFactory<String, byte[]> consumers,
            ServiceProperties service,
            Instance instance,
            DeadLetters letters) {
        ContainerProperties properties = new ContainerProperties(
                Arrays.stream(Stream.values()).map(Stream::deadLetterTopic).toArray(String[]::new));
        String member = instance.name() + "-dead-letters";
        properties.setGroupId(service.consumerGroup() + "-dead-letters");
        properties.getKafkaConsumerProperties().put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener(
                (MessageListener<String, byte[]>) record -> letters.keep(ReceivedLetter.of(record)));
        container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName(member);
        DefaultErrorHandler forEver =
                new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        forEver.setSeekAfterError(false);
        container.setCommonErrorHandler(forEver);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** With the other listeners: last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
