package dev.wakeful.service.inbox;

import dev.wakeful.events.Stream;
import dev.wakeful.events.UndecodableEvent;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a record whose handler failed. Poison goes to the dead letters at once; while the database is away the record waits as
 * long as it takes; anything else is tried six times within about six seconds, in place, so the order per key holds, and then goes to
 * {@code <topic>-dlt}.
 */
final class DeadLetters {

    private static final int RETRIES = 6;
    /** Chosen by the key. Asking the consumer for the partitions would wait for the long poll that is under way. */
    private static final int ANY_PARTITION = -1;

    private DeadLetters() {}

    static DefaultErrorHandler errorHandler(KafkaOperations<String, byte[]> kafka) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                kafka,
                (record, failure) -> new TopicPartition(record.topic() + Stream.DEAD_LETTER_SUFFIX, ANY_PARTITION));
        DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, backOff(RETRIES));
        handler.addNotRetryableExceptions(UndecodableEvent.class, UnprocessableEvent.class);
        handler.setRetryListeners(new FailureLog());
        // a seek would wait for the long poll that is under way
        handler.setSeekAfterError(false);
        handler.setBackOffFunction((record, failure) -> databaseIsAway(failure) ? backOff(Long.MAX_VALUE) : null);
        return handler;
    }

    private static BackOff backOff(long retries) {
        ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(5_000);
        backOff.setMaxAttempts(retries);
        return backOff;
    }

    private static boolean databaseIsAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException) {
                return true;
            }
        }
        return false;
    }
}
