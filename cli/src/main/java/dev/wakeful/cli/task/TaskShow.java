package dev.wakeful.cli.task;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wakeful task show}. */
@Command(
        name = "show",
        description = "Show one task: what happened, why, with which evidence, at what cost, and what came out.")
final class TaskShow implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The task's id, as `wakeful task list` shows it.")
    private String id = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item task = options.server().get("/tasks/" + Server.segment(id));
        output.print(task.json(), ink -> new TaskText(ink).of(task));
        return 0;
    }
}
