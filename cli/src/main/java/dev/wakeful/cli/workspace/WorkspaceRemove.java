package dev.wakeful.cli.workspace;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful workspace remove}: asks, and waits until it is gone. */
@Command(
        name = "remove",
        description =
                "Remove a workspace that is kept; refused while its swarm is at work. Logs, bundle and patches stay.")
final class WorkspaceRemove implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The swarm's id, as `wakeful workspace list` shows it.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "R", required = true, description = "Why, for whoever asks later.")
    private String reason = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait until it is gone (default: ${DEFAULT-VALUE}).")
    private long timeout = 30;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Server server = options.server();
        String path = "/workspaces/" + Server.segment(id);
        server.post(path + "/removal", Map.of("reason", reason, "by", options.person()));
        Item gone = gone(server, path);
        output.print(gone.json(), ink -> "removed the workspace of " + ink.bold(gone.text("swarm")) + "\n");
        return ExitCode.OK.code();
    }

    private Item gone(Server server, String path) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(timeout);
        Item workspace = server.get(path);
        while (!workspace.text("state").equals("REMOVED")) {
            if (Instant.now().isAfter(end)) {
                throw new CommandFailed(
                        ExitCode.TIMED_OUT,
                        "The workspace is not gone within " + timeout + " s: " + workspace.text("reason"),
                        "It is removed as soon as it can be; see `wakeful workspace list`.");
            }
            Thread.sleep(PAUSE);
            workspace = server.get(path);
        }
        return workspace;
    }
}
