package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** STATE-1: whatever the relay loses, the events it carries are not lost and keep their order. */
class RelayRecoveryIT {

    private final SwarmId swarm = SwarmId.make(Instant.now());
    private final String schema = TestPostgres.freshSchema();

    @AfterEach
    void giveTheBrokerBack() {
        TestKafka.proxy().restore();
    }

    /** STATE-1, TRG-7 */
    @Test
    void whatIsSaidWhileTheBrokerIsAwayFlowsInOrderWhenItIsBack() {
        try (RunningService service = unreliable();
                EventProbe probe = new EventProbe(Stream.SWARM)) {
            say(service, 0, 100);
            TestKafka.proxy().cut();
            say(service, 100, 700);
            assertThat(service.waiting()).isGreaterThanOrEqualTo(600);

            TestKafka.proxy().restore();

            awaitNumber(probe, 699);
            assertThat(firstArrivals(probe)).isEqualTo(numbers(700));
            await().until(() -> service.waiting() == 0);
        }
    }

    /** STATE-1, STATE-3: a broker that is not there yet holds up nothing but the events. */
    @Test
    void aServiceStartsWithoutItsBrokerAndFlowsOnceItIsThere() {
        TestKafka.proxy().cut();
        try (EventProbe probe = new EventProbe(Stream.SWARM);
                RunningService service = unreliable()) {
            say(service, 0, 20);
            assertThat(service.waiting()).isGreaterThanOrEqualTo(20);

            TestKafka.proxy().restore();

            awaitNumber(probe, 19);
            assertThat(firstArrivals(probe)).isEqualTo(numbers(20));
        }
    }

    /** STATE-1 */
    @Test
    void aRelayWhoseDatabaseSessionIsKilledGoesOn() {
        try (RunningService service = RunningService.on(schema);
                EventProbe probe = new EventProbe(Stream.SWARM)) {
            say(service, 0, 50);
            Locks.killHolders(service.jdbc(), Locks.RELAY, 0);
            say(service, 50, 100);

            awaitNumber(probe, 99);

            assertThat(firstArrivals(probe)).isEqualTo(numbers(100));
        }
    }

    /** STATE-1 */
    @Test
    void oneRelayIsActiveAndTheOtherTakesOverWhenItIsGone() {
        try (EventProbe probe = new EventProbe(Stream.SWARM);
                RunningService second = startSecondWhileFirstIsActiveThenEndFirst(probe)) {
            say(second, 100, 150);

            awaitNumber(probe, 149);

            assertThat(firstArrivals(probe)).isEqualTo(numbers(150));
            assertThat(Locks.holders(second.jdbc(), Locks.RELAY, 0)).hasSize(1);
        }
    }

    private RunningService startSecondWhileFirstIsActiveThenEndFirst(EventProbe probe) {
        try (RunningService first = RunningService.on(schema)) {
            say(first, 0, 50);
            awaitNumber(probe, 49);
            RunningService second = RunningService.on(schema);
            assertThat(second.instance()).isEqualTo("sample-2");
            say(second, 50, 100);
            assertThat(Locks.holders(first.jdbc(), Locks.RELAY, 0)).hasSize(1);
            return second;
        }
    }

    private RunningService unreliable() {
        return RunningService.with(Map.of(
                "spring.datasource.url",
                schema,
                "spring.kafka.bootstrap-servers",
                TestKafka.unreliableBootstrapServers()));
    }

    private void say(RunningService service, int from, int to) {
        IntStream.range(from, to).forEach(number -> service.say(Samples.progressed(swarm, number)));
    }

    private void awaitNumber(EventProbe probe, int number) {
        probe.await(
                SwarmEvent.Progressed.class,
                heard -> heard.swarm().equals(swarm) && heard.step().equals(Integer.toString(number)));
    }

    /** At least once: a copy may come later, but the first ones are complete and in order. */
    private List<Integer> firstArrivals(EventProbe probe) {
        return probe.heard(SwarmEvent.Progressed.class).stream()
                .filter(heard -> heard.swarm().equals(swarm))
                .map(heard -> Integer.valueOf(heard.step()))
                .distinct()
                .toList();
    }

    private static List<Integer> numbers(int to) {
        return IntStream.range(0, to).boxed().toList();
    }
}
