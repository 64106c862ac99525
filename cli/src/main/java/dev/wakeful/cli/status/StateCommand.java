package dev.wakeful.cli.status;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful state} (STATE-5). */
@Command(
        name = "state",
        description =
                "Show the operational state: mode, safe mode, swarms, money, builds, errors, decisions, what waits, what comes next.")
public final class StateCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item state = options.server().get("/state");
        output.print(state.json(), ink -> new StateText(ink).of(state));
        return 0;
    }
}
