package dev.wakeful.cli.approval;

import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful deny}. */
@Command(name = "deny", description = "Say no to a question; its task is set aside.")
public final class Deny implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The question's or the task's id, as `wakeful approvals` shows it.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "R", required = true, description = "Why, for whoever asks later.")
    private String reason = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Answering(options, output).answer(id, "deny", reason);
    }
}
