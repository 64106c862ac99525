package dev.wakeful.cimanager.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.cimanager.HandlerFailures;
import dev.wakeful.cimanager.Payloads;
import dev.wakeful.cimanager.Sender;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CiManagerTest
class ControlListenerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private WatchedRepositories repositories;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final RepositoryName name = new RepositoryName("acme/" + UUID.randomUUID());
    private final String delivery = UUID.randomUUID().toString();

    @Test
    void whatWasKeptForARepositoryIsHandledOnceWhenItIsAdded() {
        try (EventProbe probe = new EventProbe(Stream.BUILD);
                EventSender events = new EventSender()) {
            Sender.Answer answer = deliver();
            BuildEvent.Unmatched unmatched = probe.await(
                    BuildEvent.Unmatched.class, kept -> kept.repository().equals(name));

            ControlEvent.RepositoryAdded added = added();
            Envelope envelope = events.send(added);
            events.send(added, envelope);
            events.send(added);
            BuildEvent.Failed failed = probe.await(
                    BuildEvent.Failed.class, build -> build.repository().equals(name));
            removeAndAwait(events);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.verdict()).isEqualTo("unmatched");
            assertThat(unmatched.delivery()).isEqualTo(delivery);
            assertThat(verdict()).isEqualTo("accepted");
            assertThat(failures(probe)).isEqualTo(1);
            assertThat(lineageOf(probe, failed)).isEqualTo(lineageOf(probe, unmatched));
            assertThat(traceOf(probe, failed)).isEqualTo(traceOf(probe, unmatched));
        }
    }

    @Test
    void whatWasKeptForMoreThanADayIsNotHandled() {
        try (EventProbe probe = new EventProbe(Stream.BUILD);
                EventSender events = new EventSender()) {
            deliver();
            jdbc.sql("update delivery set accepted_at = accepted_at - interval '25 hours' where id = :id")
                    .param("id", delivery)
                    .update();

            events.send(added());
            removeAndAwait(events);

            assertThat(verdict()).isEqualTo("unmatched");
            assertThat(failures(probe)).isZero();
        }
    }

    @Test
    void aHandlerThatDiesInTheMiddleLosesAndDoublesNothing() {
        try (EventProbe probe = new EventProbe(Stream.BUILD);
                EventSender events = new EventSender()) {
            deliver();
            probe.await(BuildEvent.Unmatched.class, kept -> kept.repository().equals(name));
            HandlerFailures.twice(jdbc, "outbox", "key", name.value());

            events.send(added());
            probe.await(BuildEvent.Failed.class, build -> build.repository().equals(name));
            removeAndAwait(events);

            assertThat(HandlerFailures.reached(jdbc)).isGreaterThan(2);
            assertThat(failures(probe)).isEqualTo(1);
        }
    }

    @Test
    void aDeliveryDuringTheAdditionIsNeverLost() {
        CompletableFuture<Sender.Answer> answer = new TransactionTemplate(transactions).execute(status -> {
            repositories.put(added().repository());
            CompletableFuture<Sender.Answer> delivering = CompletableFuture.supplyAsync(this::deliver);
            await().until(this::somebodyWaitsForTheLock);
            return delivering;
        });

        assertThat(answer).isNotNull();
        assertThat(answer.join().verdict()).isEqualTo("accepted");
    }

    private boolean somebodyWaitsForTheLock() {
        return jdbc.sql(
                                "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Sender.Answer deliver() {
        return new Sender(port).deliver("workflow_job", delivery, Payloads.failure(name.value(), 42));
    }

    private ControlEvent.RepositoryAdded added() {
        return new ControlEvent.RepositoryAdded(new WatchedRepository(name, "/nowhere", "main", "true", null), "test");
    }

    /** Removal is heard after everything that was sent before it. */
    private void removeAndAwait(EventSender events) {
        await().until(() -> repositories.named(name).isPresent());
        events.send(new ControlEvent.RepositoryRemoved(name, "test"));
        await().until(() -> repositories.named(name).isEmpty());
    }

    private long failures(EventProbe probe) {
        return probe.heard(BuildEvent.Failed.class).stream()
                .filter(build -> build.repository().equals(name))
                .count();
    }

    private String verdict() {
        return jdbc.sql("select verdict from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private static String lineageOf(EventProbe probe, BuildEvent event) {
        return envelope(probe, event).lineage().value();
    }

    private static String traceOf(EventProbe probe, BuildEvent event) {
        return String.valueOf(envelope(probe, event).traceparent()).substring(3, 35);
    }

    private static Envelope envelope(EventProbe probe, BuildEvent event) {
        return probe.heard().stream()
                .filter(heard -> heard.event().equals(event))
                .findFirst()
                .orElseThrow()
                .envelope();
    }
}
