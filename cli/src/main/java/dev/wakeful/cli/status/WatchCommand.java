package dev.wakeful.cli.status;

import dev.wakeful.cli.server.EventStream;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful watch}: one line per event as it happens; with {@code -o json} one JSON object a line. */
@Command(name = "watch", description = "Follow everything that happens, one line per event; Ctrl-C ends it.")
public final class WatchCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--task", paramLabel = "ID", description = "Only what belongs to this task.")
    private @Nullable String task;

    @Option(names = "--limit", paramLabel = "N", description = "End after N events.")
    private long limit = Long.MAX_VALUE;

    private long shown;

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.server().events().follow(new Remarks(output.err()), this::show);
        return 0;
    }

    private boolean show(Item event) {
        if (task != null && !task.equals(event.text("task"))) {
            return true;
        }
        output.out().println(output.json() ? event.json().toString() : line(event, output.ink()));
        output.out().flush();
        shown++;
        return shown < limit && !output.out().checkError();
    }

    private static String line(Item event, Ink ink) {
        String time = event.instant("at").map(TIME::format).orElse("");
        return ink.dim(time) + "  " + String.format(Locale.ROOT, "%-14s", service(event)) + "  "
                + ink.cyan(String.format(Locale.ROOT, "%-24s", event.text("type"))) + "  " + event.text("summary");
    }

    /** The last part of the source, which is the service's name. */
    private static String service(Item event) {
        String source = event.text("source");
        return source.substring(source.lastIndexOf('/') + 1);
    }

    /** Tells on standard error how the connection fares. */
    private record Remarks(PrintWriter err) implements EventStream.Listener {

        @Override
        public void connected() {
            err.println("following; Ctrl-C ends it");
            err.flush();
        }

        @Override
        public void lost() {
            err.println("connection lost, trying again every second");
            err.flush();
        }
    }
}
