package dev.wakeful.cli.budget;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for a cap, and waits for what the ledger answers. */
final class CapRequest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--reason", paramLabel = "R", required = true, description = "Why, for whoever asks later.")
    private String reason = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the ledger (default: ${DEFAULT-VALUE}).")
    private long timeout = 10;

    /** @return the exit code: whether the ledger did it */
    int ask(String limit, String amount) throws IOException, InterruptedException {
        Server server = options.server();
        Item asked = server.post(
                "/budget/limits", Map.of("limit", limit, "amount", amount, "reason", reason, "by", options.person()));
        Item answer = answer(server, asked);
        boolean changed = answer.text("kind").equals("changed");
        output.print(
                answer.json(),
                ink -> (changed ? ink.green("changed ") : ink.red("refused ")) + ink.bold(answer.text("limit"))
                        + (changed ? " from " + Amounts.dollars(answer.number("beforeMicros")) : "") + " to "
                        + Amounts.dollars(answer.number("amountMicros")) + ": " + answer.text("reason") + "\n");
        return changed ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    private Item answer(Server server, Item asked) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(timeout);
        Optional<Item> answer = look(server, asked);
        while (answer.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new CommandFailed(
                        ExitCode.TIMED_OUT,
                        "The ledger has not answered within " + timeout + " s; it will, once it runs.",
                        "See `wakeful budget` later, and `wakeful doctor` for what does not run.");
            }
            Thread.sleep(PAUSE);
            answer = look(server, asked);
        }
        return answer.get();
    }

    /** The oldest answer about this cap and this amount after the request. */
    private static Optional<Item> look(Server server, Item asked) throws InterruptedException {
        return server.get("/budget/limits?after=" + asked.number("after")).items("limits").stream()
                .filter(each -> !each.text("kind").equals("asked"))
                .filter(each -> each.text("limit").equals(asked.text("limit"))
                        && each.number("amountMicros") == asked.number("amountMicros")
                        && each.text("by").equals(asked.text("by")))
                .reduce((newer, older) -> older);
    }
}
