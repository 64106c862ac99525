package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Random sequences of everything that can be asked of the ledger, compared with a simple model step by step (BUD-2, BUD-3, BUD-6). */
class LedgerModelIT {

    private static final int SEQUENCES = 2_000;
    private static final int STEPS = 8;
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final TestLedger real = TestLedger.on(TestLedger.freshSchema(), 1);

    /** Thousands of overruns are made on purpose. */
    @BeforeAll
    static void quieten() {
        level(Level.ERROR);
    }

    @AfterAll
    static void speakAgain() {
        level(null);
    }

    private static void level(@Nullable Level level) {
        ((Logger) LoggerFactory.getLogger(Ledger.class)).setLevel(level);
    }

    @Test
    void theLedgerDoesWhatTheModelSays() {
        try (real) {
            for (int seed = 0; seed < SEQUENCES; seed++) {
                int number = seed;
                real.transactions().executeWithoutResult(status -> {
                    play(number);
                    status.setRollbackOnly();
                });
            }
        }
    }

    private void play(int seed) {
        Random random = new Random(seed);
        Model model = new Model();
        List<String> log = new ArrayList<>();
        Instant now = START;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(5)));
            SwarmId swarm = new SwarmId("swarm-" + random.nextInt(4));
            Money money = Money.micros(random.nextInt(12));
            List<Scope> scopes = scopes(random);
            String expected;
            String actual;
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    ReservationRequest request = new ReservationRequest(
                            swarm, money, scopes, now.plus(Duration.ofMinutes(random.nextInt(20))));
                    log.add(now + " " + request);
                    expected = model.reserve(request);
                    actual = inWords(real.ledger().reserve(request, now));
                }
                case 2, 3 -> {
                    SwarmEnd end = new SwarmEnd(swarm, money, scopes, "done");
                    log.add(now + " " + end);
                    expected = model.end(end);
                    actual = inWords(real.ledger().end(end, now));
                }
                default -> {
                    log.add(now + " expire");
                    model.expire(now);
                    expected = "no reservation is overdue";
                    actual = expire(now);
                }
            }
            assertThat(actual).as("seed %s: %s", seed, log).isEqualTo(expected);
            assertThat(balances()).as("seed %s: %s", seed, log).isEqualTo(balances(model));
        }
        assertThat(real.audit().discrepancies()).as("seed %s: %s", seed, log).isEmpty();
    }

    private String expire(Instant now) {
        real.ledger().overdue(now, 10).forEach(overdue -> real.ledger().expire(overdue.reservation(), now));
        return real.ledger().overdue(now, 10).isEmpty() ? "no reservation is overdue" : "some are";
    }

    private static List<Scope> scopes(Random random) {
        Instant tomorrow = START.plus(Duration.ofDays(1));
        return List.of(
                new Scope("week:1", Money.micros(30), START.plus(Duration.ofDays(7)), Scope.NEVER),
                // a limit that is changed while it is in use
                new Scope("day:1", Money.micros(15 + random.nextInt(2)), tomorrow, Scope.NEVER),
                new Scope("repository:" + random.nextInt(2), Money.micros(10), tomorrow, Scope.NEVER));
    }

    private static String inWords(Optional<BudgetEvent> said) {
        return said.map(event -> switch (event) {
                    case BudgetEvent.Reserved reserved ->
                        "reserved " + reserved.amount().micros();
                    case BudgetEvent.Denied denied ->
                        "denied by " + denied.scope() + " with "
                                + denied.available().micros();
                    case BudgetEvent.Settled settled ->
                        "settled " + settled.spent().micros() + " released "
                                + settled.released().micros();
                    case BudgetEvent.Released released ->
                        "released " + released.released().micros();
                    case BudgetEvent.Alerted alerted -> "alerted " + alerted.percent();
                    case BudgetEvent.RateTripped tripped -> "tripped";
                    case BudgetEvent.LimitChanged changed ->
                        "limit " + changed.now().micros();
                    case BudgetEvent.LimitRefused refused -> "limit refused";
                    case BudgetEvent.ProviderLost lost -> "lost";
                    case BudgetEvent.ProviderBack back -> "back";
                })
                .orElse("nothing");
    }

    private Map<String, List<Long>> balances() {
        Map<String, List<Long>> balances = new TreeMap<>();
        real.jdbc()
                .sql("select scope, reserved_micros, spent_micros, overrun_micros from account")
                .query(row -> {
                    balances.put(row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
        return balances;
    }

    private static Map<String, List<Long>> balances(Model model) {
        Map<String, List<Long>> balances = new TreeMap<>();
        model.accounts.forEach((scope, account) -> balances.put(scope, List.of(account[0], account[1], account[2])));
        return balances;
    }
}
