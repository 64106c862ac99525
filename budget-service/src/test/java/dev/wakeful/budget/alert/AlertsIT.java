package dev.wakeful.budget.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.ledger.SwarmEnd;
import dev.wakeful.budget.ledger.TestLedger;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.outbox.RelayBell;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BUD-5: each threshold is told once in a window, however many copies of the service see it reached, and however often. */
class AlertsIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Scope DAY =
            new Scope("day:2026-11-20", Money.micros(1_000), Instant.parse("2026-11-21T00:00:00Z"), Scope.NEVER);
    private static final Scope NEXT_DAY =
            new Scope("day:2026-11-21", Money.micros(1_000), Instant.parse("2026-11-22T00:00:00Z"), Scope.NEVER);

    @Test
    void twoInstancesTellEachThresholdOnceInAWindow() throws Exception {
        String schema = TestLedger.freshSchema();
        try (TestLedger one = TestLedger.on(schema, 6, AlertsIT::alerts);
                TestLedger other = TestLedger.on(schema, 6, AlertsIT::alerts)) {
            useUpTwice(one, other, DAY);
            useUpTwice(one, other, NEXT_DAY);

            assertThat(told(one, DAY)).containsExactly("25", "50", "75", "90", "95", "99", "100");
            assertThat(told(one, NEXT_DAY)).containsExactly("25", "50", "75", "90", "95", "99", "100");
            assertThat(one.audit().discrepancies()).isEmpty();
        }
    }

    /** The use rises to all of it, falls to nothing and rises again. */
    private static void useUpTwice(TestLedger one, TestLedger other, Scope scope) throws Exception {
        for (int n = 0; n < 2; n++) {
            List<SwarmId> swarms =
                    IntStream.range(0, 100).mapToObj(i -> SwarmId.make(NOW)).toList();
            atOnce(IntStream.range(0, 100)
                    .<Callable<?>>mapToObj(
                            i -> () -> reserve(i % 2 == 0 ? one : other, swarms.get(i), scope, i % 4 < 2))
                    .toList());
            atOnce(IntStream.range(0, 100)
                    .<Callable<?>>mapToObj(i -> () -> release(i % 2 == 0 ? other : one, swarms.get(i), scope))
                    .toList());
        }
    }

    private static Object reserve(TestLedger on, SwarmId swarm, Scope scope, boolean combined) {
        ReservationRequest request = new ReservationRequest(swarm, Money.micros(10), List.of(scope), scope.endsAt());
        return combined
                ? on.writer().reserve(request)
                : on.transactions().execute(status -> on.ledger().reserve(request, NOW));
    }

    private static Object release(TestLedger on, SwarmId swarm, Scope scope) {
        SwarmEnd end = new SwarmEnd(swarm, Money.ZERO, List.of(scope), "done");
        return on.transactions().execute(status -> on.ledger().end(end, NOW));
    }

    private static List<String> told(TestLedger ledger, Scope scope) {
        return ledger.jdbc()
                .sql("""
                select convert_from(payload, 'UTF8')::json ->> 'percent' as percent from outbox
                where key = :scope order by (convert_from(payload, 'UTF8')::json ->> 'percent')::int
                """)
                .param("scope", scope.name())
                .query(String.class)
                .list();
    }

    private static Alerts alerts(JdbcClient jdbc) {
        Tracing tracing = new Tracing(OpenTelemetry.noop());
        return new Alerts(
                jdbc,
                new Outbox(jdbc, tracing, Clock.systemUTC(), "budget", new RelayBell()),
                new AlertProperties(List.of(25, 50, 75, 90, 95, 99, 100), 90, 99));
    }

    private static void atOnce(List<Callable<?>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new java.util.ArrayList<>();
            work.forEach(one -> all.add(threads.submit(one)));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
