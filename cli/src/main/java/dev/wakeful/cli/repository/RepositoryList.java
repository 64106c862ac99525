package dev.wakeful.cli.repository;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.Table;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful repo list}. */
@Command(name = "list", description = "Show the repositories that are kept healthy.")
final class RepositoryList implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item answer = options.server().get("/repositories");
        output.print(answer.json(), ink -> table(answer, ink));
        return 0;
    }

    private static String table(Item answer, Ink ink) {
        if (answer.items("repositories").isEmpty()) {
            return "No repositories yet. Add one: wakeful repo add PATH --check \"mvn -q test\"\n";
        }
        Table table = new Table(ink, "NAME", "BRANCH", "CHECK", "FIX", "PATH");
        for (Item each : answer.items("repositories")) {
            table.row(
                    ink.bold(each.text("name")),
                    each.text("branch"),
                    each.text("check"),
                    each.text("fix"),
                    each.text("path"));
        }
        return table.toString();
    }
}
