package dev.wakeful.benchmarks.budget;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.standalone.EmbeddedDatabase;
import java.time.Duration;
import java.util.List;

/**
 * Reservations on one hot account with seven scopes by 64 callers, through the service's combining writer; then two accounts that are used
 * up, one by a single process and one by two of which one is killed. Floor: a bare one-row update with 64 clients and with one, in the
 * same database and rounds.
 */
public final class BudgetBenchmark implements Benchmark {

    private static final int CALLERS = 64;

    @Override
    public Report measure(Setup setup) throws Exception {
        BudgetReport report = new BudgetReport(setup);
        try (TemporaryDirectory directory = TemporaryDirectory.make("budget");
                EmbeddedDatabase database = EmbeddedDatabase.in(directory.path().resolve("postgresql"))) {
            String address = database.addressFor("budget");
            HotLedger.migrate(address);
            try (HotLedger ledger = HotLedger.on(address);
                    HotRow many = HotRow.with(address, CALLERS);
                    HotRow one = HotRow.with(address, 1)) {
                Rounds rounds = new Rounds(ledger, many, one);
                Progress.say("warming up");
                rounds.warmUp(Duration.ofSeconds(setup.events(8, 2)));
                for (int round = 1; round <= setup.rounds(); round++) {
                    rounds.take(Duration.ofSeconds(setup.events(6, 2)), report);
                }
                exhaust(setup, ledger, address, report);
            }
        }
        return report.make();
    }

    private static void exhaust(Setup setup, HotLedger ledger, String address, BudgetReport report) throws Exception {
        report.exhaustedByOne(Exhaustion.byOne(ledger, "used-up", setup.events(20_000, 3_000), CALLERS));
        for (int n = 0; n < setup.events(3, 1); n++) {
            Exhaustion killed =
                    Exhaustion.withKill(setup, ledger, address, "killed-" + n, setup.events(60_000, 20_000), CALLERS);
            Progress.say("kill -9 of one of two: " + killed.held() + " of " + killed.room() + " held");
            report.exhaustedWithKill(killed);
        }
    }

    /** The three take turns. */
    private record Rounds(HotLedger ledger, HotRow many, HotRow one) {

        private static final List<Scope> HOT = HotLedger.scopes("hot", Integer.MAX_VALUE);

        void warmUp(Duration duration) throws Exception {
            ClosedLoop.run(CALLERS, duration, caller -> ledger.reserve(HOT));
            ClosedLoop.run(CALLERS, duration.dividedBy(2), many::update);
        }

        void take(Duration duration, BudgetReport report) throws Exception {
            ClosedLoop floorMany = ClosedLoop.run(CALLERS, duration, many::update);
            ClosedLoop ours = ClosedLoop.run(CALLERS, duration, caller -> ledger.reserve(HOT));
            ClosedLoop floorOne = ClosedLoop.run(1, duration, one::update);
            Progress.say("%.0f reservations/s; bare updates: %.0f/s by 64, %.0f/s by 1"
                    .formatted(ours.perSecond(), floorMany.perSecond(), floorOne.perSecond()));
            report.round(ours, floorMany, floorOne);
        }
    }
}
