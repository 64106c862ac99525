package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful sign-in}. */
@Command(
        name = "sign-in",
        description =
                "Print a link that signs your browser in, so that you can answer on the page; good for five minutes.")
public final class SignInCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item link = options.server().post("/sign-in", Map.of("by", options.person()));
        output.print(link.json(), ink -> link.text("url") + "\n");
        return 0;
    }
}
