package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.inbox.UnprocessableEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

/** STATE-4: what cannot be handled is set aside whole, and holds up nothing behind it. */
@SampleServiceTest
class DeadLettersIT {

    @Autowired
    private SampleService.Hearing hearing;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    /** STATE-4: original headers and bytes are kept, so that it can be replayed. */
    @Test
    void anUndecodableEventIsADeadLetterWithItsOriginalHeaders() {
        try (DeadLetterProbe letters = new DeadLetterProbe(Stream.FINDING);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = Samples.resolved();
            Envelope envelope = EventSender.envelopeFor(event);
            byte[] poison = "{\"finding\":".getBytes(StandardCharsets.UTF_8);
            sender.sendRaw(Stream.FINDING.topic(), envelope, poison);

            ConsumerRecord<String, byte[]> letter = letters.await(event.key());

            assertThat(letter.value()).isEqualTo(poison);
            assertThat(EnvelopeHeaders.read(name -> DeadLetterProbe.header(letter, name)))
                    .isEqualTo(envelope);
            assertThat(DeadLetterProbe.header(letter, "kafka_dlt-exception-cause-fqcn"))
                    .contains("UndecodableEvent");
            assertThat(DeadLetterProbe.header(letter, "kafka_dlt-original-topic"))
                    .isEqualTo("wakeful.finding");
        }
    }

    /** STATE-4 */
    @Test
    void aRecordWithoutAnEnvelopeIsADeadLetter() {
        try (DeadLetterProbe letters = new DeadLetterProbe(Stream.FINDING)) {
            String key = Samples.resolved().key();
            kafka.send(new ProducerRecord<>(Stream.FINDING.topic(), key, new byte[] {1}));

            assertThat(DeadLetterProbe.header(letters.await(key), "kafka_dlt-exception-message"))
                    .contains("ce_id");
        }
    }

    /** STATE-4: and leaves no trace of itself. */
    @Test
    void anEventThatItsHandlerCallsUnprocessableIsADeadLetterAtOnce() {
        try (DeadLetterProbe letters = new DeadLetterProbe(Stream.FINDING);
                EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = Samples.resolved();
            hearing.failFor(event.finding(), new UnprocessableEvent("no retry can help"), 1);
            sender.send(event);

            letters.await(event.key());

            assertThat(hearing.heard()).doesNotContain(event.key());
            assertThat(probe.heard(HealthEvent.Recovered.class))
                    .noneMatch(answer -> answer.instance().equals(event.key()));
        }
    }

    /** STATE-4: the others keep their order. */
    @Test
    void anEventWhoseHandlerKeepsFailingIsADeadLetterAfterItsRetriesAndTheOthersAreHandledInOrder() {
        try (DeadLetterProbe letters = new DeadLetterProbe(Stream.FINDING);
                EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved before = Samples.resolved();
            FindingEvent.Resolved failing = Samples.resolved();
            FindingEvent.Resolved after = Samples.resolved();
            FindingEvent.Resolved last = Samples.resolved();
            hearing.failFor(failing.finding(), new IllegalStateException("told to fail"), 100);
            sender.send(before);
            sender.send(failing);
            sender.send(after);
            sender.send(last);

            probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(last.key()));

            letters.await(failing.key());
            assertThat(letters.keys()).doesNotContain(before.key(), after.key(), last.key());
            assertThat(hearing.heard())
                    .containsSubsequence(before.key(), after.key(), last.key())
                    .doesNotContain(failing.key());
        }
    }
}
