package dev.wakeful.cli.status;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful status}. */
@Command(name = "status", description = "Show how the system is: services, tasks, swarms, money, what needs a person.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item status = options.server().get("/status");
        output.print(status.json(), ink -> new StatusText(ink, Instant.now()).of(status));
        return 0;
    }
}
