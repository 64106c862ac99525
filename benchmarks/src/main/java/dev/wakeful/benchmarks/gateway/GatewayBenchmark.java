package dev.wakeful.benchmarks.gateway;

import dev.wakeful.benchmarks.Benchmark;
import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.report.Report;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/**
 * 64 streams at once to a provider in its own process, in turns directly and through the gateway, with the same client and the same body.
 * Each stream speaks for a second, so what is compared is what the gateway adds, not how much the machine can carry.
 */
public final class GatewayBenchmark implements Benchmark {

    private static final int CALLERS = 64;
    private static final int PIECES = 20;
    private static final int PAUSE_MILLIS = 50;
    /** Calls of each caller before anything is counted: after fewer, the gateway's code is still being compiled. */
    private static final int WARM = 30;

    private static final Duration SPEECH = Duration.ofMillis((PIECES + 1L) * PAUSE_MILLIS);

    @Override
    public Report measure(Setup setup) throws Exception {
        GatewayReport report = new GatewayReport(setup);
        List<String> pace = List.of(Integer.toString(PIECES), Integer.toString(PAUSE_MILLIS));
        try (Child provider = Child.start(setup, PacedProvider.class, pace);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor())
                        .build()) {
            URI direct = URI.create("http://127.0.0.1:" + provider.firstLine());
            Progress.say("starting the gateway");
            try (MeasuredGateway gateway = MeasuredGateway.start(setup, direct)) {
                Turns turns = new Turns(client, direct, gateway.address(), gateway.fundedSwarm());
                Progress.say("warming up");
                turns.take(setup.events(WARM, 2));
                for (int round = 0; round < setup.rounds(); round++) {
                    report.round(turns.take(setup.events(10, 2)));
                }
                report.discrepancies(gateway.discrepancies());
            }
        }
        return report.make();
    }

    /** What one round saw. */
    record Round(Streams direct, Streams through) {}

    private record Turns(HttpClient client, URI direct, URI gateway, String token) {

        Round take(int each) throws Exception {
            Streams bare = Streams.run(client, direct, token, CALLERS, SPEECH, each);
            Streams through = Streams.run(client, gateway, token, CALLERS, SPEECH, each);
            Progress.say("beyond the provider's pace, p50/p99: direct %.2f/%.2f ms, through the gateway %.2f/%.2f ms"
                    .formatted(
                            bare.whole().summary().p50Millis(),
                            bare.whole().summary().p99Millis(),
                            through.whole().summary().p50Millis(),
                            through.whole().summary().p99Millis()));
            return new Round(bare, through);
        }
    }
}
