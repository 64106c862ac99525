package dev.wakeful.commandcenter.inbound;

import dev.wakeful.commandcenter.deadletters.DeadRecord;
import dev.wakeful.events.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.support.KafkaHeaders;

/** A record from a dead-letter topic, taken apart into what it was and why it failed. */
final class ReceivedLetter {

    private static final String ADDED = "kafka_dlt-";
    private static final int LONGEST_ERROR = 2_000;

    private final ConsumerRecord<String, byte[]> record;

    private ReceivedLetter(ConsumerRecord<String, byte[]> record) {
        this.record = record;
    }

    static DeadRecord of(ConsumerRecord<String, byte[]> record) {
        return new ReceivedLetter(record).taken();
    }

    private DeadRecord taken() {
        return new DeadRecord(
                text(KafkaHeaders.DLT_ORIGINAL_TOPIC).orElseGet(this::topicByName),
                new DeadRecord.Place(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.value(),
                originalHeaders(),
                blame(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private String topicByName() {
        return record.topic().substring(0, record.topic().length() - Stream.DEAD_LETTER_SUFFIX.length());
    }

    private DeadRecord.Blame blame() {
        return new DeadRecord.Blame(
                text(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP).orElse("unknown"),
                text("ce_type").orElse(null),
                text("ce_subject").orElse(null),
                error());
    }

    /** The innermost message that was written down, which is the one a person can act on. */
    private String error() {
        String type = text(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN)
                .or(() -> text(KafkaHeaders.DLT_EXCEPTION_FQCN))
                .orElse("unknown error");
        String message = text(KafkaHeaders.DLT_EXCEPTION_MESSAGE).orElse("");
        String error = type.substring(type.lastIndexOf('.') + 1) + (message.isEmpty() ? "" : ": " + message);
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }

    private List<DeadRecord.Header> originalHeaders() {
        return Arrays.stream(record.headers().toArray())
                .filter(header -> !header.key().startsWith(ADDED))
                .map(header -> new DeadRecord.Header(header.key(), header.value()))
                .toList();
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
    }
}
