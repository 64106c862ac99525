package dev.wakeful.cli.config;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wakeful config}. */
@Command(
        name = "config",
        description = "The policy file wakeful.yaml: check it, show what holds.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCheck.class, ConfigShow.class})
public final class ConfigCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: check or show.");
        }
    }
}
