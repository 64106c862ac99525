package dev.wakeful.cli.task;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wakeful task}. */
@Command(
        name = "task",
        description = "What is being worked on: list, show, stop.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TaskList.class, TaskShow.class, TaskStop.class})
public final class TaskCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: list, show or stop.");
        }
    }
}
