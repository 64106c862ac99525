package dev.wakeful.cli;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stands in the help for what the start script runs itself: the whole system in the foreground. */
@Command(
        name = "up",
        description = "Start the whole system in this terminal; Ctrl-C ends it.",
        footer = "%nIt survives being killed at any moment: start it again and it goes on.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final UpOptions options = new UpOptions();

    @Override
    public Integer call() {
        throw new CommandFailed(
                ExitCode.USAGE,
                "`up` is started by the `wakeful` script, not by this program.",
                "Run `./wakeful up` in the checkout.");
    }
}
