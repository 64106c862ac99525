package dev.wakeful.service.topic;

import dev.wakeful.events.Stream;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes every stream's topic and its dead-letter topic. A broker that is away does not hold up the start of a service for longer than
 * two seconds (STATE-3); the topics are made when it is there.
 */
public final class TopicCreation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration HEAD_START = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final int partitions;
    private volatile @Nullable Thread thread;

    public TopicCreation(KafkaAdmin admin, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("topic-creation").daemon().start(this::run);
        thread = started;
        try {
            started.join(HEAD_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean troubled = false;
        try {
            while (!created(troubled)) {
                troubled = true;
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created(boolean troubled) {
        try {
            admin.createOrModifyTopics(Arrays.stream(Stream.values())
                    .flatMap(stream -> java.util.stream.Stream.of(stream.topic(), stream.deadLetterTopic()))
                    .map(name -> TopicBuilder.name(name).partitions(partitions).build())
                    .toArray(NewTopic[]::new));
            return true;
        } catch (KafkaException | IllegalStateException e) {
            if (!troubled && isRunning()) {
                LOG.warn("The broker is away, the topics are made when it is there: {}", e.getMessage());
            }
            return false;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the relay. */
    @Override
    public int getPhase() {
        return -1;
    }
}
