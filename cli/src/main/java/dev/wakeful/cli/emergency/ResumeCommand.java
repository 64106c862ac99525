package dev.wakeful.cli.emergency;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful resume} (STOP-3): only a person ends safe mode. */
@Command(name = "resume", description = "End the safe mode of an emergency stop; what was broken off starts again.")
public final class ResumeCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "What was looked at, and why it is safe to go on.")
    private String reason = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item resumed = options.server().post("/resume", Map.of("reason", reason));
        output.print(
                resumed.json(),
                ink -> ink.green("Resumed") + ": the stop of epoch " + resumed.number("epoch")
                        + " is over; what was broken off starts again.\n");
        return 0;
    }
}
