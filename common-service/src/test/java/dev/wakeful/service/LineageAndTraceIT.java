package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.trace.Tracing;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** WAKE-3: from any event back to its cause, and one trace through broker, database and durable jobs. */
@SampleServiceTest
class LineageAndTraceIT {

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Tracing tracing;

    /** WAKE-3 */
    @Test
    void whatAHandlerSaysBelongsToTheLineageAndTraceOfWhatItHeard() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = Samples.resolved();
            Envelope heard = sender.send(event);

            Envelope answer = awaitAnswer(probe, event);

            assertContinues(heard, answer);
            assertThat(answer.source()).isEqualTo("/wakeful/sample");
        }
    }

    /** WAKE-3: the job ran in no handler and in no transaction of one. */
    @Test
    void whatAJobSaysBelongsToTheLineageAndTraceOfTheEventThatLedToIt() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Attached event = Samples.attached();
            Envelope heard = sender.send(event);

            assertContinues(heard, awaitAnswer(probe, event));
        }
    }

    /** WAKE-3: the start of a lineage, as in a webhook. */
    @Test
    void whatIsSaidOutsideAnyHandlerStartsALineageAndKeepsTheTraceOfItsSpan() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH)) {
            FindingEvent.Resolved subject = Samples.resolved();
            String traceparent = tracing.span("webhook", SpanKind.SERVER, Map.of(), () -> {
                transactions.executeWithoutResult(
                        status -> outbox.append(new HealthEvent.Recovered("sample", subject.key())));
                return Objects.requireNonNull(tracing.traceparent());
            });

            Envelope said = awaitAnswer(probe, subject);

            assertThat(said.cause()).isNull();
            assertThat(said.traceparent()).isEqualTo(traceparent);
        }
    }

    private static void assertContinues(Envelope heard, Envelope answer) {
        assertThat(answer.lineage()).isEqualTo(heard.lineage());
        assertThat(answer.cause()).isEqualTo(heard.id());
        assertThat(Tracing.traceId(answer.traceparent())).isEqualTo(Tracing.traceId(heard.traceparent()));
        assertThat(spanId(answer)).isNotEqualTo(spanId(heard));
    }

    private static @Nullable String spanId(Envelope envelope) {
        String traceparent = envelope.traceparent();
        return traceparent == null ? null : traceparent.substring(36, 52);
    }

    private static Envelope awaitAnswer(EventProbe probe, Event about) {
        probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(about.key()));
        return probe.heard().stream()
                .map(EventProbe.Heard::envelope)
                .filter(envelope -> envelope.subject().equals(about.key()))
                .findFirst()
                .orElseThrow();
    }
}
