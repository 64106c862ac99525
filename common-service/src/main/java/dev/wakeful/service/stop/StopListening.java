package dev.wakeful.service.stop;

import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.Stream;
import dev.wakeful.events.UndecodableEvent;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hears the words of stop and resume, in every instance and on a thread of its own: a stop never queues behind work, behind another word
 * that fails, or behind another instance of the service. A word that cannot be written down yet is tried until it can; it has been acted on
 * by then.
 */
final class StopListening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StopListening.class);
    private static final long RETRY_MILLIS = 200;

    private final StopWords words;
    private final CatchingUp catchingUp;
    private final KafkaMessageListenerContainer<String, byte[]> container;

    StopListening(
            StopWords words,
            SafeMode safeMode,
            ConsumerFactory<String, byte[]> consumers,
            ServiceProperties properties,
            Instance instance) {
        this.words = words;
        this.catchingUp = new CatchingUp(safeMode::heardAll);
        String member = instance.name() + "-stop";
        ContainerProperties settings = new ContainerProperties(Stream.CONTROL.topic());
        settings.setGroupId(properties.consumerGroup() + "-stop-" + instance.name());
        settings.getKafkaConsumerProperties().put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        settings.getKafkaConsumerProperties().put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.setMessageListener((MessageListener<String, byte[]>) this::hear);
        settings.setConsumerRebalanceListener(catchingUp);
        settings.setMissingTopicsFatal(false);
        settings.setStopImmediate(true);
        container = new KafkaMessageListenerContainer<>(consumers, settings);
        container.setBeanName(member);
        DefaultErrorHandler untilItCan =
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        untilItCan.setSeekAfterError(false);
        container.setCommonErrorHandler(untilItCan);
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        word(record).ifPresent(this::take);
        catchingUp.passed(record);
    }

    private void take(Event word) {
        if (word instanceof Stopped stopped) {
            words.take(stopped);
        } else if (word instanceof Resumed resumed) {
            words.take(resumed);
        }
    }

    /** Whatever else is said on the topic is passed over unread; what cannot be read is a dead letter of the other listener. */
    private static Optional<Event> word(ConsumerRecord<String, byte[]> record) {
        try {
            Envelope envelope =
                    EnvelopeHeaders.read(name -> text(record.headers().lastHeader(name)));
            return EventTypes.byName(envelope.type())
                    .filter(type -> type == Stopped.class || type == Resumed.class)
                    .map(type -> EventJson.decode(envelope.type(), record.value()));
        } catch (UndecodableEvent e) {
            LOG.error("A word on {} at {} cannot be read and is passed over", record.topic(), record.offset(), e);
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        words.haltIfStopped();
        container.start();
    }

    @Override
    public void stop() {
        container.stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Before the listener of work, and after the topics are made. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 200;
    }
}
