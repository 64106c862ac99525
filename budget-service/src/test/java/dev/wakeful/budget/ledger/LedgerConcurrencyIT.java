package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two copies of the service on one database (BUD-3). */
class LedgerConcurrencyIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Money AMOUNT = Money.micros(70);
    private static final Money FULL = Money.dollars(1000);

    @Test
    void exactlyAsManyAsFitAreGrantedHoweverManyAskAtOnce() throws Exception {
        String schema = TestLedger.freshSchema();
        try (TestLedger one = TestLedger.on(schema, 8);
                TestLedger other = TestLedger.on(schema, 8)) {
            List<BudgetEvent> answers = atOnce(IntStream.range(0, 200)
                    .<Callable<Optional<BudgetEvent>>>mapToObj(i -> () ->
                            reserve(i % 2 == 0 ? one : other, SwarmId.make(NOW), List.of(day(), repository(i % 7))))
                    .toList());

            assertThat(answers).hasSize(200);
            assertThat(answers)
                    .filteredOn(BudgetEvent.Reserved.class::isInstance)
                    .hasSize(37);
            assertThat(answers).filteredOn(BudgetEvent.Denied.class::isInstance).allSatisfy(denied -> {
                assertThat(((BudgetEvent.Denied) denied).scope()).isEqualTo("day:2026-11-20");
                assertThat(((BudgetEvent.Denied) denied).available()).isLessThan(AMOUNT);
            });
            assertThat(reserved(one, "day:2026-11-20")).isEqualTo(37 * 70);
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    @Test
    void oneSwarmAskingManyTimesAtOnceGetsOneReservation() throws Exception {
        String schema = TestLedger.freshSchema();
        SwarmId swarm = SwarmId.make(NOW);
        try (TestLedger one = TestLedger.on(schema, 4);
                TestLedger other = TestLedger.on(schema, 4)) {
            List<BudgetEvent> answers = atOnce(IntStream.range(0, 40)
                    .<Callable<Optional<BudgetEvent>>>mapToObj(
                            i -> () -> reserve(i % 2 == 0 ? one : other, swarm, List.of(day())))
                    .toList());

            assertThat(answers).hasSize(1);
            assertThat(reserved(one, "day:2026-11-20")).isEqualTo(70);
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    /** Requests, ends and expiries of the same swarms, in whichever order the locks are won. */
    @Test
    void requestsEndsAndExpiriesAtOnceLeaveNothingSetAside() throws Exception {
        String schema = TestLedger.freshSchema();
        List<SwarmId> swarms =
                IntStream.range(0, 60).mapToObj(i -> SwarmId.make(NOW)).toList();
        try (TestLedger one = TestLedger.on(schema, 8);
                TestLedger other = TestLedger.on(schema, 8)) {
            List<Callable<Optional<BudgetEvent>>> calls = new ArrayList<>();
            for (int i = 0; i < swarms.size(); i++) {
                SwarmId swarm = swarms.get(i);
                Scope repository = repository(i % 3);
                calls.add(() -> reserve(one, swarm, List.of(day(), repository)));
                calls.add(() -> end(other, swarm, List.of(repository, day())));
                calls.add(() -> expireAll(one));
            }

            atOnce(calls);

            assertThat(reserved(one, "day:2026-11-20")).isZero();
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    /** 1,000 callers of two combining writers. */
    @Test
    void exactlyAsManyCallsAsFitAreGrantedByTwoInstances() throws Exception {
        String schema = TestLedger.freshSchema();
        SwarmId swarm = SwarmId.make(NOW);
        try (TestLedger one = TestLedger.on(schema, 2);
                TestLedger other = TestLedger.on(schema, 2)) {
            one.fund(swarm, Money.micros(37 * 70 + 35));

            assertThat(granted(swarm, one.calls(), other.calls())).isEqualTo(37);
            assertThat(one.balance("calls:" + swarm)).containsExactly(37L * 70, 0L, 0L);
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    /** One of the two loses its database connections in the middle; its callers may not know, the ledger does. */
    @Test
    void anInstanceThatIsCutOffInTheMiddleOverspendsNothing() throws Exception {
        String schema = TestLedger.freshSchema();
        SwarmId swarm = SwarmId.make(NOW);
        try (TestLedger one = TestLedger.on(schema, 2)) {
            one.fund(swarm, Money.micros(400 * 70 + 35));
            TestLedger cut = TestLedger.on(schema, 2);
            Thread cutter = Thread.ofVirtual().start(() -> cut.pool().close());

            assertThat(granted(swarm, one.calls(), cut.calls())).isLessThanOrEqualTo(400);

            cutter.join();
            cut.writer().close();
            assertThat(one.balance("calls:" + swarm).getFirst()).isLessThanOrEqualTo(400 * 70);
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    private static long granted(SwarmId swarm, CallLedger one, CallLedger other) throws Exception {
        List<Callable<Boolean>> callers = IntStream.range(0, 1_000)
                .<Callable<Boolean>>mapToObj(i -> () -> (i % 2 == 0 ? one : other)
                        .reserve(swarm, "call-" + i, AMOUNT)
                        .equals(new CallLedger.Answer.Granted()))
                .toList();
        long granted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> caller : threads.invokeAll(callers)) {
                granted += caller.state() == Future.State.SUCCESS && caller.resultNow() ? 1 : 0;
            }
        }
        return granted;
    }

    private static Optional<BudgetEvent> reserve(TestLedger on, SwarmId swarm, List<Scope> scopes) {
        ReservationRequest request = new ReservationRequest(swarm, AMOUNT, scopes, NOW);
        return on.transactions().execute(status -> on.ledger().reserve(request, NOW));
    }

    private static Optional<BudgetEvent> end(TestLedger on, SwarmId swarm, List<Scope> scopes) {
        SwarmEnd end = new SwarmEnd(swarm, Money.micros(20), scopes, "done");
        return on.transactions().execute(status -> on.ledger().end(end, NOW));
    }

    private static Optional<BudgetEvent> expireAll(TestLedger on) {
        for (Overdue overdue : on.ledger().overdue(NOW, 3)) {
            on.transactions().execute(status -> on.ledger().expire(overdue.swarm(), NOW));
        }
        return Optional.empty();
    }

    private static List<BudgetEvent> atOnce(List<Callable<Optional<BudgetEvent>>> calls) throws Exception {
        List<BudgetEvent> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<BudgetEvent>> call : threads.invokeAll(calls)) {
                call.get().ifPresent(answers::add);
            }
        }
        return answers;
    }

    /** Has room for 37 and a half. */
    private static Scope day() {
        return new Scope("day:2026-11-20", Money.micros(37 * 70 + 35), TOMORROW, Scope.NEVER);
    }

    private static Scope repository(int number) {
        return new Scope("repository:acme/" + number + ":2026-11-20", FULL, TOMORROW, Scope.NEVER);
    }

    private static long reserved(TestLedger on, String scope) {
        return on.jdbc()
                .sql("select reserved_micros from account where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }
}
