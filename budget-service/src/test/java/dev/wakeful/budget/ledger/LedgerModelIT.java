package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.wakeful.testing.TickingClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * 10,240 random sequences of everything that can be asked of the ledger, with fixed seeds, each compared with a simple model step by step:
 * reserve, settle, release, expire, calls within a swarm, caps that change, windows that roll (BUD-2, BUD-3, BUD-6, BUD-8). Each sequence
 * has swarms and accounts of its own, so many of them share the statements of a batch, as callers do. Of every four groups one goes the way of
 * the service in batches so small that most of them are {@link PlainOrders plain}.
 */
class LedgerModelIT {

    private static final int GROUPS = 10;
    private static final int TOGETHER = 1_024;
    private static final int STEPS = 6;
    private static final int FEW = 3;

    private final TestLedger real = TestLedger.on(TestLedger.freshSchema(), 1);
    private final TickingClock clock = new TickingClock(Sequence.at(0));
    private final OrderBatch batch = new OrderBatch(real.jdbc(), Watch.NOBODY);
    private final OrdersByKind byKind = new OrdersByKind(
            real.jdbc(), Objects.requireNonNull(real.transactions().getTransactionManager()), clock, Watch.NOBODY);

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
        ((Logger) LoggerFactory.getLogger("dev.wakeful.budget.ledger")).setLevel(level);
    }

    @Test
    void theLedgerDoesWhatTheModelSays() {
        try (real) {
            for (int group = 0; group < GROUPS; group++) {
                int first = group * TOGETHER;
                List<Sequence> sequences = IntStream.range(first, first + TOGETHER)
                        .mapToObj(Sequence::new)
                        .toList();
                for (int step = 0; step < STEPS; step++) {
                    int number = step;
                    boolean whole = group % 4 != 3;
                    clock.setTo(Sequence.at(step));
                    real.transactions().executeWithoutResult(status -> take(sequences, number, whole));
                    analyze();
                }
                assertThat(balances(sequences)).isEqualTo(expected(sequences));
            }
            assertThat(real.audit().discrepancies()).isEmpty();
        }
    }

    /** As a database does by itself, and here cannot in time: plans made for empty tables are not for full ones. */
    private void analyze() {
        real.jdbc().sql("analyze account, reservation, journal").update();
    }

    private void take(List<Sequence> sequences, int step, boolean whole) {
        sequences.forEach(sequence -> sequence.choose(step));
        List<Sequence> ordering =
                sequences.stream().filter(sequence -> sequence.order() != null).toList();
        List<Order> orders = new ArrayList<>();
        ordering.forEach(sequence -> orders.add(sequence.order()));
        List<Outcome> outcomes = whole ? batch.carryOut(orders, Sequence.at(step)) : byFew(orders);
        for (int i = 0; i < outcomes.size(); i++) {
            ordering.get(i).compare(Words.of(outcomes.get(i)));
        }
        sequences.forEach(sequence -> sequence.carryOutAlone(real.ledger()));
        if (step % 3 == 2) {
            real.ledger()
                    .overdue(Sequence.at(step), Integer.MAX_VALUE)
                    .forEach(overdue -> real.ledger().expire(overdue.swarm(), Sequence.at(step)));
            sequences.forEach(sequence -> sequence.expire(step));
        }
    }

    private List<Outcome> byFew(List<Order> orders) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += FEW) {
            outcomes.addAll(byKind.carryOut(orders.subList(from, Math.min(orders.size(), from + FEW))));
        }
        return outcomes;
    }

    private Map<String, List<Long>> balances(List<Sequence> sequences) {
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

    private static Map<String, List<Long>> expected(List<Sequence> sequences) {
        Map<String, List<Long>> balances = new TreeMap<>();
        sequences.forEach(sequence -> sequence.model()
                .accounts
                .forEach((scope, account) -> balances.put(scope, List.of(account[0], account[1], account[2]))));
        return balances;
    }
}
