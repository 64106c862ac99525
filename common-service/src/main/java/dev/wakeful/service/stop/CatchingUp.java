package dev.wakeful.service.stop;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Finds out when everything has been heard that was there when the partitions were assigned. */
final class CatchingUp implements ConsumerAwareRebalanceListener {

    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final Runnable done;

    CatchingUp(Runnable done) {
        this.done = done;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            if (consumer.position(partition) < end) {
                ends.put(partition, end);
            }
        });
        tell();
    }

    void passed(ConsumerRecord<?, ?> record) {
        if (!ends.isEmpty()) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            ends.computeIfPresent(partition, (key, end) -> record.offset() + 1 < end ? end : null);
            tell();
        }
    }

    private void tell() {
        if (ends.isEmpty()) {
            done.run();
        }
    }
}
