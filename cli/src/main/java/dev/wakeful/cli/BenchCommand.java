package dev.wakeful.cli;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stands in the help for what the start script runs itself: the benchmarks. */
@Command(
        name = "bench",
        description =
                "Measure: reaction, relay, footprint, recovery, budget, gateway, stop or swarm, each beside its floor or peer.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME [OPTION]", arity = "0..*", description = "The name of one of them, and its options.")
    private List<String> names = List.of();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        throw new CommandFailed(
                ExitCode.USAGE,
                "`bench` is started by the `wakeful` script, not by this program.",
                "Run `./wakeful bench " + String.join(" ", names) + "` in the checkout.");
    }
}
