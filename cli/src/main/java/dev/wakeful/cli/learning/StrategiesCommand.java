package dev.wakeful.cli.learning;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.Table;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful strategies}: success, time and cost, by which strategies are ordered and swarms are quoted (LEARN-1). */
@Command(name = "strategies", description = "Show what strategies, agents and models achieved: success, time, cost.")
public final class StrategiesCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "Only in this repository (default: in all together).")
    private String repository = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        String only = URLEncoder.encode(repository, StandardCharsets.UTF_8);
        Item answer = options.server().get("/strategies?repository=" + only);
        output.print(answer.json(), ink -> table(answer, ink));
        return 0;
    }

    private static String table(Item answer, Ink ink) {
        if (answer.items("strategies").isEmpty()) {
            return "No swarm has told yet what it tried.\n";
        }
        Table table =
                new Table(ink, "FAILURE", "STRATEGY", "AGENT", "PROVEN", "CHANCE", "TIME P50/P90", "SWARM P50/P90");
        for (Item each : answer.items("strategies")) {
            table.row(
                    each.has("kind")
                            ? each.text("kind").toLowerCase(Locale.ROOT).replace('_', ' ')
                            : "unknown",
                    ink.bold(each.text("strategy")),
                    agent(each),
                    each.number("proven") + " of " + each.number("runs"),
                    chance(each.item("success")),
                    span(each.number("medianMillis")) + " / " + span(each.number("p90Millis")),
                    cost(each));
        }
        return table.toString();
    }

    private static String agent(Item each) {
        if (!each.has("agent")) {
            return "-";
        }
        return each.text("agent") + (each.has("model") ? " with " + each.text("model") : "");
    }

    /** What to expect, and the range that holds nine times in ten. */
    private static String chance(Item success) {
        return percent(success, "mean") + " % (" + percent(success, "low") + " to " + percent(success, "high") + " %)";
    }

    private static long percent(Item success, String field) {
        return Math.round(100 * success.json().path(field).asDouble(0));
    }

    private static String span(long millis) {
        return Amounts.span(Duration.ofMillis(millis));
    }

    /** The ledger knows swarms, not strategies. */
    private static String cost(Item each) {
        return each.has("medianMicros")
                ? Amounts.dollars(each.number("medianMicros")) + " / " + Amounts.dollars(each.number("p90Micros"))
                : "-";
    }
}
