package dev.wakeful.benchmarks;

import dev.wakeful.benchmarks.budget.BudgetBenchmark;
import dev.wakeful.benchmarks.footprint.FootprintBenchmark;
import dev.wakeful.benchmarks.gateway.GatewayBenchmark;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.reaction.ReactionBenchmark;
import dev.wakeful.benchmarks.recovery.RecoveryBenchmark;
import dev.wakeful.benchmarks.relay.RelayBenchmark;
import dev.wakeful.benchmarks.report.Report;
import dev.wakeful.benchmarks.report.ReportJson;
import dev.wakeful.benchmarks.report.ReportTable;
import dev.wakeful.benchmarks.stop.StopBenchmark;
import dev.wakeful.benchmarks.swarm.SwarmBenchmark;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful bench NAME}: exit code 0 when it measured, also when a bar is missed; 1 when it could not; 2 for a wrong call. */
@Command(
        name = "wakeful bench",
        mixinStandardHelpOptions = true,
        description = "Measures the system against its floors and peers in the same run.")
public final class BenchmarksMain implements Callable<Integer> {

    private static final Map<String, Supplier<Benchmark>> BENCHMARKS = Map.of(
            "reaction",
            ReactionBenchmark::new,
            "relay",
            RelayBenchmark::new,
            "footprint",
            FootprintBenchmark::new,
            "recovery",
            RecoveryBenchmark::new,
            "budget",
            BudgetBenchmark::new,
            "gateway",
            GatewayBenchmark::new,
            "stop",
            StopBenchmark::new,
            "swarm",
            SwarmBenchmark::new);

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "reaction, relay, footprint, recovery, budget, gateway, stop or swarm")
    private String name = "";

    @Option(names = "--rounds", description = "how often ours, floor and peer take turns (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--quick", description = "fewer events, to try it out; the figures are not worth keeping")
    private boolean quick;

    @Option(names = "--with-node-red", description = "also measure Node-RED (fetched by npm; needs Node)")
    private boolean nodeRed;

    @Option(
            names = {"-o", "--output"},
            description = "json or table (default: ${DEFAULT-VALUE})")
    private String output = "table";

    private final PrintStream document;

    private BenchmarksMain(PrintStream document) {
        this.document = document;
    }

    public static void main(String[] args) {
        System.setProperty("wakeful.logs", System.getProperty("java.io.tmpdir") + "/wakeful-bench-logs");
        PrintStream document = System.out;
        // whatever a library prints must not end up in the document
        System.setOut(System.err);
        System.exit(new CommandLine(new BenchmarksMain(document)).execute(args));
    }

    @Override
    public Integer call() {
        Supplier<Benchmark> chosen = BENCHMARKS.get(name);
        if (chosen == null || !List.of("json", "table").contains(output)) {
            System.err.println(
                    chosen == null
                            ? "There is no benchmark '" + name + "'; there are " + String.join(", ", names()) + "."
                            : "-o takes json or table, not '" + output + "'.");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            Report report = chosen.get().measure(setup());
            document.println(output.equals("json") ? ReportJson.print(report) : ReportTable.print(report));
            return CommandLine.ExitCode.OK;
        } catch (Exception e) {
            Progress.say("could not measure: " + e);
            e.printStackTrace();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static List<String> names() {
        return BENCHMARKS.keySet().stream().sorted().toList();
    }

    private Setup setup() {
        String self = ProcessHandle.current().info().command().orElse("java");
        return new Setup(
                rounds,
                quick,
                nodeRed,
                Path.of(System.getProperty("wakeful.home", ".")).toAbsolutePath(),
                Path.of(System.getProperty("wakeful.java", self)),
                List.of(System.getProperty("wakeful.jvm", "-XX:+UseSerialGC").split(" ")));
    }
}
