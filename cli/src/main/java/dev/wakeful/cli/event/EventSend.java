package dev.wakeful.cli.event;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.server.Webhooks;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful event send}: delivers an event exactly as the CI system would, signed over the raw bytes (EXT-3). */
@Command(name = "send", description = "Send an event as a CI system would, signed with this Wakeful's secret.")
final class EventSend implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--source", required = true, description = "Who it comes from: ${COMPLETION-CANDIDATES}.")
    private @Nullable Source source;

    @Option(
            names = "--event",
            paramLabel = "NAME",
            required = true,
            description = "The source's name of the event, for example workflow_job.")
    private String event = "";

    @Option(names = "--file", paramLabel = "F", required = true, description = "Its JSON body; - is standard input.")
    private Path file = Path.of("");

    @Option(
            names = "--delivery",
            paramLabel = "ID",
            description = "Its delivery id (default: a new one); the same id twice is one event.")
    private @Nullable String delivery;

    @Option(names = "--log", paramLabel = "LOGFILE", description = "The job's log, handed over first.")
    private @Nullable Path log;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Payload payload = Payload.read(file, System.in);
        if (log != null) {
            Payload.Job job = payload.job();
            byte[] text = Payload.read(log, System.in).bytes();
            webhooks().log(job.id(), job.attempt(), text);
        }
        String id = delivery != null ? delivery : Webhooks.newDelivery();
        Item answer = webhooks().deliver(event, id, payload.bytes());
        output.print(told(id, answer), ink -> Verdict.of(answer).line(ink, event, id));
        return 0;
    }

    private Webhooks webhooks() throws IOException {
        var connection = options.connection();
        return new Webhooks(connection.webhooks(), connection.webhookSecret());
    }

    private Map<String, Object> told(String id, Item answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("delivery", id);
        told.put("event", event);
        told.put("verdict", Verdict.of(answer).word());
        return told;
    }

    /** The CI systems whose events can be sent by hand. */
    enum Source {
        github
    }
}
