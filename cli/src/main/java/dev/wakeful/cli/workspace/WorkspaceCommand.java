package dev.wakeful.cli.workspace;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wakeful workspace}. */
@Command(
        name = "workspace",
        description = "The files of swarms on the disk: list, remove.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WorkspaceList.class, WorkspaceRemove.class})
public final class WorkspaceCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: list or remove.");
        }
    }
}
