package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Asks for a mode and waits a little for the planner, which decides. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ServerOptions options;
    private final OutputOptions output;

    Asking(ServerOptions options, OutputOptions output) {
        this.options = options;
        this.output = output;
    }

    /** Who asks for the night is about to leave, so that is no sign of life. */
    int ask(Map<String, String> request) throws IOException, InterruptedException {
        String wanted = request.getOrDefault("mode", "");
        Server server = wanted.equalsIgnoreCase("NIGHT") ? options.quietly() : options.server();
        server.post("/mode", request);
        Item mode = settled(server, wanted);
        output.print(mode.json(), ink -> {
            boolean done = mode.text("mode").equalsIgnoreCase(wanted);
            return (done
                            ? ""
                            : ink.yellow("asked for " + wanted + "; the planner decides, and so far it is "
                                            + mode.text("mode"))
                                    + "\n")
                    + new ModeText(ink).of(mode);
        });
        return 0;
    }

    private static Item settled(Server server, String wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Item mode = server.get("/mode");
        while (!mode.text("mode").equalsIgnoreCase(wanted) && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
            mode = server.get("/mode");
        }
        return mode;
    }
}
