package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** STATE-1: nothing lost, nothing done twice, whatever way events arrive. */
@SampleServiceTest
class EventFlowIT {

    @Autowired
    private SampleService.Hearing hearing;

    /** STATE-1 */
    @Test
    void anEventIsHandledOnceHoweverOftenItIsDelivered() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = Samples.resolved();
            Envelope envelope = sender.send(event);
            sender.send(event, envelope);
            FindingEvent.Resolved last = Samples.resolved();
            sender.send(last);

            probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(last.key()));

            assertThat(hearing.heard()).filteredOn(event.key()::equals).hasSize(1);
            assertThat(answers(probe, event)).isEqualTo(1);
        }
    }

    /** STATE-1: a late copy of an earlier event changes nothing. */
    @Test
    void anEventThatArrivesAgainAfterLaterOnesIsHandledOnce() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved first = Samples.resolved();
            Envelope envelope = sender.send(first);
            FindingEvent.Resolved second = Samples.resolved();
            sender.send(second);
            sender.send(first, envelope);
            FindingEvent.Resolved last = Samples.resolved();
            sender.send(last);

            probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(last.key()));

            assertThat(hearing.heard())
                    .filteredOn(subject -> subject.equals(first.key()) || subject.equals(second.key()))
                    .containsExactly(first.key(), second.key());
        }
    }

    /** STATE-1 */
    @Test
    void aHandlerThatFailsForAWhileLosesAndDoublesNothing() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = Samples.resolved();
            hearing.failFor(event.finding(), new IllegalStateException("told to fail"), 2);
            sender.send(event);

            probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(event.key()));

            assertThat(hearing.heard()).filteredOn(event.key()::equals).hasSize(1);
            assertThat(answers(probe, event)).isEqualTo(1);
        }
    }

    /** STATE-1 */
    @Test
    void aHandlerWhoseDatabaseSessionIsKilledMidwayIsTriedAgain() {
        try (EventSender sender = new EventSender()) {
            FindingEvent.Reclassified event = Samples.reclassified();
            hearing.failFor(event.finding(), new IllegalStateException("kill the session"), 1);
            sender.send(event);

            await().until(() -> hearing.heard().contains(event.key()));

            assertThat(hearing.heard()).filteredOn(event.key()::equals).hasSize(1);
        }
    }

    private static long answers(EventProbe probe, FindingEvent event) {
        return probe.heard(HealthEvent.Recovered.class).stream()
                .filter(answer -> answer.instance().equals(event.key()))
                .count();
    }
}
