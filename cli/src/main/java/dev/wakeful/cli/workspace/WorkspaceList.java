package dev.wakeful.cli.workspace;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.Table;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful workspace list}. */
@Command(name = "list", description = "Show the files of swarms on the disk, the largest first.")
final class WorkspaceList implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--all", description = "Also those that were removed, the newest first.")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item answer = options.server().get("/workspaces?all=" + all);
        output.print(answer.json(), ink -> table(answer, ink));
        return 0;
    }

    private static String table(Item answer, Ink ink) {
        if (answer.items("workspaces").isEmpty()) {
            return "No workspace is on the disk.\n";
        }
        Table table = new Table(ink, "SWARM", "REPOSITORY", "STATE", "SIZE", "KEPT UNTIL", "REASON");
        for (Item each : answer.items("workspaces")) {
            table.row(
                    ink.bold(each.text("swarm")),
                    each.text("repository"),
                    state(each, ink),
                    Amounts.size(each.number("bytes")),
                    each.has("until") ? each.text("until") : "-",
                    each.text("reason"));
        }
        return table.toString();
    }

    private static String state(Item each, Ink ink) {
        String state = each.text("state").toLowerCase(Locale.ROOT);
        return state.equals("kept") ? ink.yellow(state) : state;
    }
}
