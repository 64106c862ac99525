package dev.wakeful.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.health.presence.RollCall;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import dev.wakeful.testing.TickingClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a real broker and database (HEAL-1). The roll is called by hand, at times the clock is set to. */
@SpringBootTest(
        classes = {HealthApplication.class, HealthServiceIT.StandingClock.class},
        properties = "spring.config.name=common-service,health")
@ContextConfiguration(initializers = RealInfrastructure.class)
class HealthServiceIT {

    @Autowired
    private TickingClock clock;

    @Autowired
    private RollCall rollCall;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "planner-" + UUID.randomUUID();
    private EventProbe probe;
    private EventSender sender;
    private Instant start;

    @BeforeEach
    void listenWhenTheGraceAfterTheStartIsOver() {
        clock.tick(Duration.ofHours(1));
        start = clock.instant();
        probe = new EventProbe(Stream.HEALTH);
        sender = new EventSender();
    }

    @AfterEach
    void close() {
        sender.close();
        probe.close();
    }

    @Test
    void whoGoesSilentIsMissingOnceAndWhoComesBackIsBackOnce() {
        beat(start);
        tickAndCall(Duration.ofSeconds(119));
        tickAndCall(Duration.ofSeconds(1));
        tickAndCall(Duration.ofSeconds(15));
        Instant later = clock.instant();
        beat(later);
        clock.tick(Duration.ofSeconds(60));
        beat(clock.instant());

        assertThat(saidUpToNow())
                .containsExactly(
                        new HealthEvent.Missing("planner", name, start), new HealthEvent.Recovered("planner", name));
    }

    @Test
    void duplicatesAndLateBeatsMoveNothingBack() {
        Envelope newest = beat(start.plusSeconds(60), start.plusSeconds(60));
        sender.send(new HealthEvent.Beat("planner", name, Instant.EPOCH), newest);
        beat(start, start.plusSeconds(60));

        assertThat(lastBeat()).isEqualTo(start.plusSeconds(60));
    }

    /** A crash in the middle leaves nothing behind, and the next try does the whole of it once. */
    @Test
    void aRecoveryThatFailsMidwayIsToldOnce() {
        beat(start);
        tickAndCall(Duration.ofMinutes(2));
        failTheNextTwoAnswers();
        beat(clock.instant());

        assertThat(saidUpToNow())
                .extracting(Object::getClass)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly(HealthEvent.Missing.class, HealthEvent.Recovered.class);
    }

    @Test
    void whoIsMissingForADayIsForgotten() {
        beat(start);
        tickAndCall(Duration.ofMinutes(2));
        tickAndCall(Duration.ofHours(23));
        assertThat(isKnown()).isTrue();
        tickAndCall(Duration.ofHours(1));

        assertThat(isKnown()).isFalse();
    }

    @Test
    void theRollIsCalledByItself() {
        await().until(() -> jdbc.sql("""
                select last_success is not null from scheduled_tasks where task_name = 'call-the-roll'
                """).query(Boolean.class).single());
    }

    private void tickAndCall(Duration by) {
        clock.tick(by);
        rollCall.call();
    }

    private void beat(Instant saidAt) {
        beat(saidAt, saidAt);
    }

    /** Sends a beat and waits until it has been taken in; the time of a beat never moves back. */
    private Envelope beat(Instant saidAt, Instant expectedLastBeat) {
        clock.setTo(clock.instant().isBefore(saidAt) ? saidAt : clock.instant());
        HealthEvent.Beat beat = new HealthEvent.Beat("planner", name, Instant.EPOCH);
        Envelope now = EventSender.envelopeFor(beat);
        Envelope envelope = new Envelope(
                now.id(),
                now.source(),
                now.type(),
                now.subject(),
                saidAt,
                now.lineage(),
                now.cause(),
                now.traceparent());
        sender.send(beat, envelope);
        awaitHandled(envelope.id());
        assertThat(lastBeat()).isEqualTo(expectedLastBeat);
        return envelope;
    }

    private void awaitHandled(EventId id) {
        await().until(() -> jdbc.sql("select count(*) from inbox where event_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single()
                == 1);
    }

    private List<HealthEvent> saidUpToNow() {
        await().until(() ->
                jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);
        String last = "last-" + UUID.randomUUID();
        sender.send(new HealthEvent.Recovered("test", last));
        probe.await(HealthEvent.Recovered.class, event -> event.instance().equals(last));
        return probe.heard(HealthEvent.class).stream()
                .filter(event -> event.instance().equals(name) && !(event instanceof HealthEvent.Beat))
                .toList();
    }

    private Instant lastBeat() {
        return jdbc.sql("select last_beat from instance where instance = :name")
                .param("name", name)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private boolean isKnown() {
        return jdbc.sql("select exists (select from instance where instance = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private void failTheNextTwoAnswers() {
        jdbc.sql("""
                create sequence failure;
                create function fail_at_first() returns trigger language plpgsql as $$
                begin
                    if new.type <> 'health.beat.v1' and nextval('failure') <= 2 then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end $$;
                create trigger fail_at_first before insert on outbox for each row execute function fail_at_first();
                """).update();
    }

    @TestConfiguration
    static class StandingClock {
        @Bean
        TickingClock clock() {
            return new TickingClock(Instant.parse("2026-11-20T12:00:00Z"));
        }
    }
}
