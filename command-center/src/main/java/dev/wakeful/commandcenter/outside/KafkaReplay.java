package dev.wakeful.commandcenter.outside;

import dev.wakeful.commandcenter.deadletters.DeadRecord;
import dev.wakeful.commandcenter.deadletters.Replay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Puts dead letters back on their topic. */
@Component
class KafkaReplay implements Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaTemplate<String, byte[]> kafka;

    KafkaReplay(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void send(String topic, @Nullable String key, byte @Nullable [] value, List<DeadRecord.Header> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach(header -> record.headers().add(header.name(), header.value()));
        try {
            kafka.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the broker was to take a replayed record", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker did not take the replayed record within " + PATIENCE, e);
        }
    }
}
