package dev.wakeful.service.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says once that a record failed, and once what became of it; not at each retry. */
final class FailureLog implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        if (attempt == 1) {
            LOG.warn("{} failed: {}", name(record), reason(failure));
        }
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
        LOG.error("{} is now a dead letter, to be replayed by a person: {}", name(record), reason(failure));
    }

    private static String name(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset() + " about " + record.key();
    }

    private static @Nullable String reason(@Nullable Exception failure) {
        return failure == null
                ? null
                : NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
