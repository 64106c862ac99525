package dev.wakeful.benchmarks.gateway;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.measure.Spread;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Puts what the gateway adds beside its bars: per round, the difference of the same percentile of both ways. */
final class GatewayReport {

    private final Map<String, Object> environment;
    private final List<GatewayBenchmark.Round> rounds = new ArrayList<>();
    private final Streams direct = new Streams();
    private final Streams through = new Streams();
    private List<String> discrepancies = List.of();

    GatewayReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void round(GatewayBenchmark.Round round) {
        rounds.add(round);
        direct.addAll(round.direct());
        through.addAll(round.through());
    }

    void discrepancies(List<String> found) {
        discrepancies = found;
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("overheadWholeStreamP50Millis", p50());
        figures.put("overheadWholeStreamP99Millis", p99());
        figures.put("overheadFirstByteP50Millis", added(Streams::first, Latencies.Summary::p50Millis));
        figures.put("overheadFirstByteP99Millis", added(Streams::first, Latencies.Summary::p99Millis));
        figures.put("wholeStreamBeyondPace", through.whole().summary());
        figures.put("firstByte", through.first().summary());
        figures.put("ledgerDiscrepancies", discrepancies);
        Map<String, Object> floor = new LinkedHashMap<>();
        floor.put("directWholeStreamBeyondPace", direct.whole().summary());
        floor.put("directFirstByte", direct.first().summary());
        List<Bar> bars = List.of(
                Bar.atMost("gateway-overhead-p50-millis-at-most", 2, p50().median()),
                Bar.atMost("gateway-overhead-p99-millis-at-most", 10, p99().median()),
                Bar.atMost("gateway-ledger-discrepancies-at-most", 0, discrepancies.size()));
        return new Report("gateway", figures, floor, Map.of(), bars, environment);
    }

    private Spread p50() {
        return added(Streams::whole, Latencies.Summary::p50Millis);
    }

    private Spread p99() {
        return added(Streams::whole, Latencies.Summary::p99Millis);
    }

    private Spread added(Function<Streams, Latencies> which, ToDoubleFunction<Latencies.Summary> percentile) {
        return Spread.of(rounds.stream()
                .map(round -> percentile.applyAsDouble(
                                which.apply(round.through()).summary())
                        - percentile.applyAsDouble(which.apply(round.direct()).summary()))
                .toList());
    }
}
