package dev.wakeful.cli.event;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wakeful event}. */
@Command(
        name = "event",
        description = "Events by hand: send.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EventSend.class)
public final class EventCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: send.");
        }
    }
}
