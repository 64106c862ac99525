package dev.wakeful.cli.emergency;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful emergency-stop} (STOP-1): asks command-center, waits until all is quiet; makes the file where it cannot be asked. */
@Command(
        name = "emergency-stop",
        description = "End every process, start nothing, let nothing leave, until somebody resumes.")
public final class EmergencyStopCommand implements Callable<Integer> {

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever resumes.")
    private String reason = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            Server server = options.server();
            long epoch =
                    server.post("/emergency-stop", Map.of("reason", reason)).number("epoch");
            return tell(quiet(server, epoch));
        } catch (CommandFailed failed) {
            if (options.remote() || isStopped()) {
                throw failed;
            }
            return byFile();
        }
    }

    /** False as well when nobody can be asked. */
    private boolean isStopped() throws IOException, InterruptedException {
        try {
            return options.server().get("/emergency-stop").flag("stopped");
        } catch (CommandFailed unreachable) {
            return false;
        }
    }

    private Item quiet(Server server, long epoch) throws InterruptedException {
        long end = System.nanoTime() + QUIET_WITHIN.toNanos();
        Item safety = server.get("/emergency-stop");
        while (!isQuiet(safety, epoch) && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            safety = server.get("/emergency-stop");
        }
        return safety;
    }

    private static boolean isQuiet(Item safety, long epoch) {
        Item last = safety.item("last");
        return last.number("epoch") == epoch
                && last.has("quietMillis")
                && last.json().path("waitingFor").isEmpty();
    }

    private int tell(Item safety) {
        Item last = safety.item("last");
        boolean quiet = last.json().path("waitingFor").isEmpty();
        output.print(safety.json(), ink -> SafetyText.of(safety, ink));
        return quiet ? 0 : ExitCode.TIMED_OUT.code();
    }

    private int byFile() throws IOException {
        StopFile file = StopFile.in(options.directory());
        file.write(reason);
        output.print(
                Map.of("stopped", true, "file", file.path().toString()),
                ink -> ink.red("Stopped by file") + ": Wakeful cannot be asked, so " + file.path()
                        + " was made. Whatever uses this data directory stops now, and stays stopped when it starts again.\n"
                        + "To go on, remove that file, then: wakeful resume --reason TEXT\n");
        return 0;
    }
}
