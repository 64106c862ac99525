package dev.wakeful.benchmarks.relay;

import dev.wakeful.service.CommonServiceConfiguration;
import dev.wakeful.service.JobConfiguration;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** A service on Namastack Outbox, with the handler its documentation shows: send, and wait until Kafka has it. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {CommonServiceConfiguration.class, JobConfiguration.class})
class NamastackApplication {

    /** What is put into the outbox. */
    record Payload(String id, String topic, String json) {}

    @Bean
    OutboxTypedHandler<Payload> sending(KafkaTemplate<String, byte[]> kafka) {
        return new Sending(kafka);
    }

    /** A class of its own, since the library reads the payload's type from it. */
    static final class Sending implements OutboxTypedHandler<Payload> {

        private final KafkaTemplate<String, byte[]> kafka;

        Sending(KafkaTemplate<String, byte[]> kafka) {
            this.kafka = kafka;
        }

        @Override
        public void handle(Payload payload, OutboxRecordMetadata metadata) {
            kafka.send(payload.topic(), payload.id(), payload.json().getBytes(StandardCharsets.UTF_8))
                    .join();
        }
    }
}
