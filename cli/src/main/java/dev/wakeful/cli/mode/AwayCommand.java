package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful away}. */
@Command(name = "away", description = "Leave it to the night: finish what runs, start only critical fixes.")
public final class AwayCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--reason", paramLabel = "R", description = "Why, for whoever asks later (default: away).")
    private String reason = "away";

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Asking(options, output).ask(Map.of("mode", "NIGHT", "reason", reason, "by", options.person()));
    }
}
