package dev.wakeful.cli;

import dev.wakeful.cli.checkpoint.RecoverOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful recover}: known here for its help; the start script runs the program that can. */
@Command(
        name = "recover",
        description = "Make the state of a checkpoint the system's state again; the system must not be running.")
final class RecoverCommand implements Callable<Integer> {

    @Mixin
    private final RecoverOptions options = new RecoverOptions();

    @Override
    public Integer call() {
        throw new CommandFailed(
                ExitCode.USAGE,
                "`recover` is started by the `wakeful` script, not by this program.",
                "Run `./wakeful recover` in the checkout.");
    }
}
