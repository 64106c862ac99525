package dev.wakeful.cli.repository;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wakeful repo}. */
@Command(
        name = "repo",
        description = "Repositories that are kept healthy: add, list, remove.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RepositoryAdd.class, RepositoryList.class, RepositoryRemove.class})
public final class RepositoryCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: add, list or remove.");
        }
    }
}
