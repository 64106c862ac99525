package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.budget.limit.LimitChanges;
import dev.wakeful.budget.terms.Terms;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 500 random sequences of 40 steps with fixed seeds, over midnights, nights, the ends of weeks and of a month, while people change caps or try
 * to: through the terms and the limits of the service, compared with {@link CapsModel} (BUD-1, BUD-2, BUD-3, BUD-5, LIM-1, MODE-4).
 */
@WholeService
class CapsModelIT {

    private static final int WORLDS = 10;
    private static final int TOGETHER = 50;
    private static final int STEPS = 40;
    /** A Friday evening: the week ends on Sunday and the month on Monday. */
    private static final Instant START = Instant.parse("2026-11-27T20:00:00Z");

    @Autowired
    private Terms terms;

    @Autowired
    private LimitChanges limits;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private JdbcClient jdbc;

    private final TestLedger real = TestLedger.on(TestLedger.freshSchema(), 1);
    private final OrderBatch batch = new OrderBatch(real.jdbc(), Watch.NOBODY);
    private final Set<String> refusing = new TreeSet<>();
    private final Set<String> windows = new TreeSet<>();
    private int changed;

    @BeforeEach
    void quieten() {
        level(Level.ERROR);
    }

    @AfterEach
    void backToThePolicy() {
        level(null);
        forgetCaps();
        real.close();
    }

    @Test
    void theCapsOfEachMomentHold() {
        for (int world = 0; world < WORLDS; world++) {
            forgetCaps();
            live(world);
        }

        assertThat(real.audit().discrepancies()).isEmpty();
        assertThat(changed).isGreaterThan(100);
        assertThat(refusing).isEqualTo(new TreeSet<>(CapsModel.kinds()));
        assertThat(windows).contains("week:2026-W48", "week:2026-W49", "organisation:2026-11", "organisation:2026-12");
        assertThat(windows).filteredOn(name -> name.startsWith("night:")).hasSizeGreaterThan(3);
    }

    /** One clock and one set of caps for many sequences, each with accounts of its own. */
    private void live(int world) {
        Random random = new Random(world);
        CapsModel model = new CapsModel();
        List<CapsSequence> sequences = IntStream.range(0, TOGETHER)
                .mapToObj(number -> new CapsSequence(world * TOGETHER + number, terms, model))
                .toList();
        Instant now = START.plus(Duration.ofMinutes(random.nextInt(600)));
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(240)));
            if (random.nextInt(3) > 0) {
                change(random, model, now);
            }
            take(sequences, now);
            if (step % 4 == 0) {
                real.jdbc().sql("analyze account, reservation, journal").update();
            }
        }
        assertThat(balances(sequences)).isEqualTo(expected(sequences));
        sequences.forEach(sequence -> {
            refusing.addAll(sequence.refusing());
            windows.addAll(sequence.windows());
        });
    }

    private void change(Random random, CapsModel model, Instant now) {
        List<String> names = CapsModel.names();
        String name = random.nextInt(20) == 0 ? "nonsense" : names.get(random.nextInt(names.size()));
        long micros = name.startsWith("organisation") || name.equals("week")
                ? random.nextLong(-10_000_000, 150_000_000)
                : random.nextLong(-10_000_000, 110_000_000);
        BudgetEvent answer = Objects.requireNonNull(new TransactionTemplate(manager)
                .execute(status ->
                        limits.change(new ControlEvent.LimitSet(name, Money.micros(micros), "ada", "test"), now)));
        boolean allowed = model.change(name, micros);
        changed += allowed ? 1 : 0;
        assertThat(answer).isInstanceOf(allowed ? BudgetEvent.LimitChanged.class : BudgetEvent.LimitRefused.class);
    }

    private void take(List<CapsSequence> sequences, Instant now) {
        Caps caps = Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> limits.current()));
        real.transactions().executeWithoutResult(status -> {
            real.ledger()
                    .overdue(now, Integer.MAX_VALUE)
                    .forEach(overdue -> real.ledger().expire(overdue.swarm(), now));
            sequences.forEach(sequence -> sequence.expire(now));
            List<CapsSequence> asking = new ArrayList<>();
            List<Order> orders = new ArrayList<>();
            for (CapsSequence sequence : sequences) {
                sequence.choose(caps, now).ifPresent(order -> {
                    asking.add(sequence);
                    orders.add(order);
                });
            }
            List<Outcome> outcomes = batch.carryOut(orders, now);
            for (int i = 0; i < outcomes.size(); i++) {
                asking.get(i).compare(outcomes.get(i));
            }
            sequences.forEach(
                    sequence -> sequence.end().ifPresent(end -> real.ledger().end(end, now)));
        });
    }

    private Map<String, List<Long>> balances(List<CapsSequence> sequences) {
        Map<String, List<Long>> balances = new TreeMap<>();
        real.jdbc()
                .sql(
                        "select scope, reserved_micros, spent_micros, overrun_micros from account where scope = any(:scopes)")
                .param("scopes", expected(sequences).keySet().toArray(String[]::new))
                .query(row -> {
                    balances.put(row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
        return balances;
    }

    private static Map<String, List<Long>> expected(List<CapsSequence> sequences) {
        Map<String, List<Long>> balances = new TreeMap<>();
        sequences.forEach(sequence -> balances.putAll(sequence.balances()));
        return balances;
    }

    private void forgetCaps() {
        jdbc.sql("delete from cap").update();
    }

    private static void level(@Nullable Level level) {
        ((Logger) LoggerFactory.getLogger("dev.wakeful.budget.ledger")).setLevel(level);
        ((Logger) LoggerFactory.getLogger("dev.wakeful.budget.limit")).setLevel(level);
    }
}
