package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wakeful mode}. */
@Command(name = "mode", description = "Show the mode in force and why; or ask for ACTIVE, NIGHT or MAINTENANCE.")
public final class ModeCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..1", paramLabel = "MODE", description = "The mode to ask for; without it the mode is shown.")
    private @Nullable String mode;

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "When the schedule decides again, such as 2026-11-22T07:00:00Z; MAINTENANCE needs it.")
    private @Nullable String until;

    @Option(
            names = "--reason",
            paramLabel = "R",
            description = "Why, for whoever asks later; needed to ask for a mode.")
    private @Nullable String reason;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (mode == null) {
            Item now = options.server().get("/mode");
            output.print(now.json(), ink -> new ModeText(ink).of(now));
            return 0;
        }
        if (reason == null && spec != null) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason, for whoever asks later.");
        }
        return new Asking(options, output).ask(request(mode));
    }

    private Map<String, String> request(String wanted) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("mode", wanted);
        request.put("reason", reason == null ? "" : reason);
        request.put("by", options.person());
        if (until != null) {
            request.put("until", until);
        }
        return request;
    }
}
