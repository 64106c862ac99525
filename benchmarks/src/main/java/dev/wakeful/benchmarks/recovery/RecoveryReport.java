package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Spread;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Puts the recovery beside an undisturbed start and its bars. */
final class RecoveryReport {

    private static final double MOST_BEYOND_START_MILLIS = 1_000;

    private final Map<String, Object> environment;
    private final List<Crash.Outcome> outcomes = new ArrayList<>();

    RecoveryReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void add(Crash.Outcome outcome) {
        outcomes.add(outcome);
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("swarmsInFlightAtTheKill", spread(Crash.Outcome::inFlight));
        figures.put("startToFirstResumedEffectMillis", spread(Crash.Outcome::resumedMillis));
        figures.put("startToReadyAfterTheKillMillis", spread(Crash.Outcome::readyMillis));
        figures.put("resumedBeyondUndisturbedStartMillis", beyond());
        figures.put("lost", sum(Crash.Outcome::lost));
        figures.put("doubled", sum(Crash.Outcome::doubled));
        figures.put("pullRequests", sum(Crash.Outcome::proposed));
        return new Report(
                "recovery",
                figures,
                Map.of("undisturbedStartToReadyMillis", spread(Crash.Outcome::undisturbedReadyMillis)),
                Map.of(),
                bars(),
                environment);
    }

    private Spread beyond() {
        return spread(outcome -> outcome.resumedMillis() - outcome.undisturbedReadyMillis());
    }

    private Spread spread(ToDoubleFunction<Crash.Outcome> value) {
        return Spread.of(outcomes.stream().map(value::applyAsDouble).toList());
    }

    private long sum(ToLongFunction<Crash.Outcome> value) {
        return outcomes.stream().mapToLong(value).sum();
    }

    private List<Bar> bars() {
        return List.of(
                Bar.atMost("recovery-beyond-process-start-millis-at-most", MOST_BEYOND_START_MILLIS, beyond().median()),
                Bar.atMost("recovery-lost-at-most", 0, sum(Crash.Outcome::lost)),
                Bar.atMost("recovery-doubled-at-most", 0, sum(Crash.Outcome::doubled)));
    }
}
