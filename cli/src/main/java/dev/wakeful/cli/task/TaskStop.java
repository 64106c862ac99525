package dev.wakeful.cli.task;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful task stop}: asks, and waits until the task has ended and its money is settled. */
@Command(
        name = "stop",
        description =
                "End one task: its swarm is called off, its money is settled, nothing of it is offered. Other tasks go on.")
final class TaskStop implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<String> OVER = Set.of("PARKED", "CLOSED");

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "The task's id, as `wakeful task list` shows it.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "R", required = true, description = "Why, for whoever asks later.")
    private String reason = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait until it has ended (default: ${DEFAULT-VALUE}).")
    private long timeout = 30;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Server server = options.server();
        String path = "/tasks/" + Server.segment(id);
        server.post(path + "/stop", Map.of("reason", reason, "by", options.person()));
        Item task = ended(server, path);
        output.print(task.json(), ink -> text(task, ink));
        return ExitCode.OK.code();
    }

    private static String text(Item task, Ink ink) {
        Item stop = task.item("stop");
        return "ended " + ink.bold(task.text("id")) + ", as " + stop.text("by") + " wanted: " + stop.text("reason")
                + "\n" + Amounts.dollars(task.item("cost").number("spentMicros")) + " spent, "
                + Amounts.dollars(task.item("cost").number("releasedMicros")) + " given back\n";
    }

    private Item ended(Server server, String path) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(timeout);
        Item task = server.get(path);
        while (!OVER.contains(task.text("state")) || !settled(task.item("cost"))) {
            if (task.text("state").equals("PROPOSED")) {
                throw new CommandFailed(
                        ExitCode.FAILED,
                        "Its change was offered before that was heard: " + task.text("pullRequestUrl"),
                        "Close the pull request to refuse it.");
            }
            if (Instant.now().isAfter(end)) {
                throw new CommandFailed(
                        ExitCode.TIMED_OUT,
                        "The task has not ended within " + timeout + " s: it is "
                                + task.text("state").toLowerCase(Locale.ROOT)
                                + (settled(task.item("cost")) ? "" : " and its money is not settled") + ".",
                        "It ends as soon as its swarm hears it; see `wakeful task show " + id + "`.");
            }
            Thread.sleep(PAUSE);
            task = server.get(path);
        }
        return task;
    }

    private static boolean settled(Item cost) {
        return cost.number("reservedMicros") <= cost.number("spentMicros") + cost.number("releasedMicros");
    }
}
