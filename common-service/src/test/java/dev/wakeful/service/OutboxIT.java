package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.testing.EventProbe;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** STATE-1: an event leaves if and only if its transaction commits, in order per key. */
@SampleServiceTest
class OutboxIT {

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private final SwarmId swarm = SwarmId.make(Instant.now());

    /** STATE-1 */
    @Test
    void whatIsRolledBackWasNeverSaid() {
        try (EventProbe probe = new EventProbe(Stream.SWARM)) {
            transactions.executeWithoutResult(status -> {
                outbox.append(Samples.progressed(swarm, 1));
                status.setRollbackOnly();
            });
            say(swarm, 2);

            probe.await(SwarmEvent.Progressed.class, heard -> heard.swarm().equals(swarm));

            assertThat(numbers(probe, swarm)).containsExactly(2);
        }
    }

    /** STATE-1 */
    @Test
    void anAppendOutsideATransactionIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.append(Samples.progressed(swarm, 1)))
                .withMessageContaining("inside the transaction");
    }

    /** STATE-1: what Kafka would refuse is refused before it is committed, or it would block what comes after it. */
    @Test
    void anEventThatIsTooLargeIsRefusedWithItsTransaction() {
        var event = new SwarmEvent.Progressed(swarm, new TaskId("task-1"), "1", "x".repeat(900_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.executeWithoutResult(status -> outbox.append(event)))
                .withMessageContaining("bytes");
    }

    /** STATE-1: the classic way to lose events is to remember a position. */
    @Test
    void aRowThatCommitsAfterLaterOnesIsNotLost() throws InterruptedException {
        SwarmId late = SwarmId.make(Instant.now());
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (EventProbe probe = new EventProbe(Stream.SWARM);
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.submit(() -> transactions.executeWithoutResult(status -> {
                outbox.append(Samples.progressed(late, 1));
                written.countDown();
                await().until(() -> mayCommit.getCount() == 0);
            }));
            written.await();
            say(swarm, 2);
            probe.await(SwarmEvent.Progressed.class, heard -> heard.swarm().equals(swarm));
            assertThat(numbers(probe, late)).isEmpty();

            mayCommit.countDown();

            probe.await(SwarmEvent.Progressed.class, heard -> heard.swarm().equals(late));
        }
    }

    /** STATE-1: writers of one aggregate take turns at its row; their events keep that order. */
    @Test
    void orderPerKeyHoldsUnderConcurrentWriters() {
        List<SwarmId> swarms =
                IntStream.range(0, 4).mapToObj(n -> SwarmId.make(Instant.now())).toList();
        try (EventProbe probe = new EventProbe(Stream.SWARM)) {
            try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
                for (SwarmId one : swarms) {
                    AtomicInteger next = new AtomicInteger();
                    IntStream.range(0, 50).forEach(n -> writers.submit(() -> sayInTurn(one, next)));
                }
            }

            for (SwarmId one : swarms) {
                probe.await(
                        SwarmEvent.Progressed.class,
                        heard -> heard.swarm().equals(one) && heard.step().equals("49"));
                assertThat(numbers(probe, one))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 50).boxed().toList());
            }
        }
    }

    /** STATE-1 */
    @Test
    void acknowledgedRowsAreDeleted() {
        try (EventProbe probe = new EventProbe(Stream.SWARM)) {
            say(swarm, 1);
            probe.await(SwarmEvent.Progressed.class, heard -> heard.swarm().equals(swarm));

            await().until(() -> jdbc.sql("select count(*) from outbox where key = :key")
                            .param("key", swarm.value())
                            .query(Integer.class)
                            .single()
                    == 0);
        }
    }

    private void sayInTurn(SwarmId one, AtomicInteger next) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext(:key))")
                    .param("key", one.value())
                    .query((row, n) -> "")
                    .list();
            outbox.append(Samples.progressed(one, next.getAndIncrement()));
        });
    }

    private void say(SwarmId about, int number) {
        transactions.executeWithoutResult(status -> outbox.append(Samples.progressed(about, number)));
    }

    private static List<Integer> numbers(EventProbe probe, SwarmId about) {
        return probe.heard(SwarmEvent.Progressed.class).stream()
                .filter(heard -> heard.swarm().equals(about))
                .map(heard -> Integer.valueOf(heard.step()))
                .toList();
    }
}
