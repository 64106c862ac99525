package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful context}. */
@Command(
        name = "context",
        description =
                "Say what you are doing: AVAILABLE, WORK, AWAY, SLEEPING or UNKNOWN; it chooses which tasks may run.")
public final class ContextCommand implements Callable<Integer> {

    private static final Set<String> LEAVING = Set.of("AWAY", "SLEEPING");

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "CONTEXT", description = "What you are doing.")
    private String context = "";

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "Until when (default: until there are signs to the contrary).")
    private @Nullable String until;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> request = new LinkedHashMap<>(Map.of("context", context, "by", options.person()));
        if (until != null) {
            request.put("until", until);
        }
        Server server = LEAVING.contains(context.toUpperCase(Locale.ROOT)) ? options.quietly() : options.server();
        Item said = server.post("/context", request);
        output.print(said.json(), ink -> said.text("by") + " is " + ink.cyan(said.text("context")) + "\n");
        return 0;
    }
}
