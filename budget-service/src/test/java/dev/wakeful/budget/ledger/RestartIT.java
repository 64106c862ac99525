package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * BUD-2, BUD-3: a restart in the middle of each state of a reservation, before its transaction is committed and after. Everything is told
 * again afterwards, from the beginning. No reservation is orphaned, nothing is settled twice: the balances are those of a life without restart.
 */
class RestartIT {

    private static final String SCHEMA = TestLedger.freshSchema();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATE = NOW.plusSeconds(3_600);

    private static final List<Consumer<Life>> CALLS = List.of(
            Life::request,
            life -> life.calls().reserve(life.swarm, life.call(1), Money.micros(60)),
            life -> life.calls().settle(life.call(1), Money.micros(25)),
            life -> life.calls().reserve(life.swarm, life.call(2), Money.micros(30)));
    private static final List<Consumer<Life>> LAST =
            List.of(Life::expire, life -> life.calls().release(life.call(2)), Life::end);

    /** Its end is told in time. */
    private static final List<Consumer<Life>> IN_TIME = Stream.of(CALLS, List.<Consumer<Life>>of(Life::end), LAST)
            .flatMap(List::stream)
            .toList();

    /** It expires before its end is told. */
    private static final List<Consumer<Life>> TOO_LATE =
            Stream.of(CALLS, LAST).flatMap(List::stream).toList();

    /** One swarm with a day of its own, on one start of the service. */
    private record Life(TestLedger ledger, String name, SwarmId swarm) {

        static Life of(TestLedger ledger, String name) {
            return new Life(ledger, name, new SwarmId("swarm-" + name));
        }

        CallLedger calls() {
            return ledger.calls();
        }

        String call(int number) {
            return name + "-" + number;
        }

        Scope day() {
            return new Scope("day:" + name, Money.micros(100), LATE, Scope.NEVER);
        }

        void request() {
            ledger.ledger().reserve(new ReservationRequest(swarm, Money.micros(100), List.of(day()), LATE), NOW);
        }

        void end() {
            ledger.ledger().end(new SwarmEnd(swarm, Money.micros(10), List.of(day()), "done"), NOW);
        }

        void expire() {
            ledger.ledger().overdue(LATE, 100).forEach(one -> ledger.ledger().expire(one.swarm(), LATE));
        }
    }

    static IntStream inTime() {
        return IntStream.range(0, IN_TIME.size() * 2);
    }

    static IntStream tooLate() {
        return IntStream.range(0, TOO_LATE.size() * 2);
    }

    @AfterAll
    static void theJournalSumsUpToTheBalances() {
        try (TestLedger ledger = TestLedger.on(SCHEMA, 1)) {
            assertThat(ledger.audit().discrepancies()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inTime")
    void aRestartLosesAndDoublesNothing(int crash) {
        live("in-time-" + crash, IN_TIME, crash, 65);
    }

    /** BUD-6 */
    @ParameterizedTest
    @MethodSource("tooLate")
    void aRestartMakesNothingCheaperThanItsWorstCase(int crash) {
        live("too-late-" + crash, TOO_LATE, crash, 100);
    }

    private static void live(String name, List<Consumer<Life>> steps, int crash, long spent) {
        int last = crash / 2;
        try (TestLedger before = TestLedger.on(SCHEMA, 2)) {
            steps.subList(0, last).forEach(step -> committed(Life.of(before, name), step));
            if (crash % 2 == 0) {
                committed(Life.of(before, name), steps.get(last));
            } else {
                neverCommitted(Life.of(before, name), steps.get(last));
            }
        }
        try (TestLedger after = TestLedger.on(SCHEMA, 2)) {
            steps.forEach(step -> committed(Life.of(after, name), step));

            assertThat(after.balance("day:" + name)).containsExactly(0L, spent, 0L);
            assertThat(after.balance("calls:swarm-" + name)).containsExactly(0L, 55L, 0L);
        }
    }

    private static void committed(Life life, Consumer<Life> step) {
        life.ledger().transactions().executeWithoutResult(status -> step.accept(life));
    }

    /** Killed before the commit; a step of the combining writer has a transaction of its own and is committed anyway. */
    private static void neverCommitted(Life life, Consumer<Life> step) {
        life.ledger().transactions().executeWithoutResult(status -> {
            step.accept(life);
            status.setRollbackOnly();
        });
    }
}
