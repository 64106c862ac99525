package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Revision;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = SampleService.class, properties = "spring.config.name=common-service,sample")
@ContextConfiguration(initializers = RealInfrastructure.class)
class EventFlowIT {

    @Autowired
    private SampleService.Hearing hearing;

    @Test
    void anEventIsHandledOnceHoweverOftenItIsDelivered() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = resolved();
            Envelope envelope = sender.send(event);
            sender.send(event, envelope);
            FindingEvent.Resolved last = resolved();
            sender.send(last);

            probe.await(HealthEvent.Recovered.class, answer -> answer.instance().equals(last.key()));

            assertThat(hearing.heard()).filteredOn(event.key()::equals).hasSize(1);
            assertThat(probe.heard(HealthEvent.Recovered.class))
                    .filteredOn(answer -> answer.instance().equals(event.key()))
                    .hasSize(1);
        }
    }

    @Test
    void aHandlerThatFailsForAWhileLosesAndDoublesNothing() {
        hearing.failuresLeft.set(2);
        try (EventSender sender = new EventSender()) {
            FindingEvent.Resolved event = resolved();
            sender.send(event);

            await().until(() -> hearing.heard().contains(event.key()));

            assertThat(hearing.heard()).filteredOn(event.key()::equals).hasSize(1);
        }
    }

    static FindingEvent.Resolved resolved() {
        return new FindingEvent.Resolved(
                FindingId.make(Instant.now()), new Revision("a".repeat(40)), "the job passes again");
    }
}
