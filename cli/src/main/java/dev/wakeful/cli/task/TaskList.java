package dev.wakeful.cli.task;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful task list}. */
@Command(name = "list", description = "Show the tasks, newest first.")
final class TaskList implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item answer = options.server().get("/tasks?limit=" + limit);
        output.print(answer.json(), ink -> table(answer, ink));
        return 0;
    }

    private static String table(Item answer, Ink ink) {
        if (answer.items("tasks").isEmpty()) {
            return "No tasks yet. They come by themselves when a build fails.\n";
        }
        Table table = new Table(ink, "ID", "STATE", "REPOSITORY", "TITLE", "SPENT", "UPDATED");
        for (Item task : answer.items("tasks")) {
            table.row(
                    task.text("id"),
                    State.of(task.text("state"), ink),
                    task.text("repository"),
                    task.text("title"),
                    Amounts.dollars(task.number("spentMicros")),
                    task.instant("updatedAt")
                            .map(then -> Amounts.age(then, Instant.now()))
                            .orElse(""));
        }
        return table.toString();
    }
}
