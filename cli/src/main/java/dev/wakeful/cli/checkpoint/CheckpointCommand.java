package dev.wakeful.cli.checkpoint;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wakeful checkpoint}: asks every service for what it knows and puts it into one file (STATE-2). */
@Command(
        name = "checkpoint",
        description = "Write all that the system knows into one file, from which `wakeful recover` makes it again.")
public final class CheckpointCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to write (default: checkpoints/NAME.zip in the data directory).")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (options.remote()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "A checkpoint is put together where the services write, not over --server.",
                    "Run it on that machine.");
        }
        Server server = options.server();
        String name = server.post("/checkpoints", Map.of()).text("checkpoint");
        Item progress = complete(server, name);
        Bundle bundle = bundle(name, progress);
        Path target = target(name);
        Map<String, Path> files = progress.items("parts").stream()
                .collect(Collectors.toMap(part -> part.text("service"), CheckpointCommand::file, (a, b) -> a));
        bundle.write(target, item -> files.getOrDefault(item.service(), Path.of("")));
        Written written = new Written(target.toString(), bundle.checkpoint(), bundle.at(), bundle.parts());
        output.print(written, ink -> written.text());
        return ExitCode.OK.code();
    }

    private Path target(String name) throws IOException {
        Path target = file == null ? options.directory().resolve("checkpoints").resolve(name + ".zip") : file;
        Path absolute = target.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        return absolute;
    }

    private static Item complete(Server server, String name) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Item progress = progress(server, name);
            if (progress.flag("complete")) {
                return progress;
            }
            if (Instant.now().isAfter(end)) {
                throw new CommandFailed(
                        ExitCode.TIMED_OUT,
                        "Not every service wrote its part within " + PATIENCE.toSeconds() + " s; missing: "
                                + progress.json().path("missing") + ".",
                        "See `wakeful status` for who is away.");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Until the request has come round nobody knows of it. */
    private static Item progress(Server server, String name) throws InterruptedException {
        try {
            return server.get("/checkpoints/" + Server.segment(name));
        } catch (CommandFailed failed) {
            if (failed.exit() == ExitCode.NOT_FOUND) {
                return new Item(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode());
            }
            throw failed;
        }
    }

    private static Bundle bundle(String name, Item progress) {
        List<Bundle.Item> parts = progress.items("parts").stream()
                .collect(Collectors.toMap(part -> part.text("service"), Function.identity(), (a, b) -> a))
                .values()
                .stream()
                .map(part -> new Bundle.Item(
                        part.text("service"), part.text("sha256"), part.number("bytes"), part.number("rows")))
                .sorted(java.util.Comparator.comparing(Bundle.Item::service))
                .toList();
        Instant newest = progress.items("parts").stream()
                .flatMap(part -> part.instant("at").stream())
                .max(Instant::compareTo)
                .orElseThrow();
        return new Bundle(Bundle.FORMAT, name, newest, parts);
    }

    private static Path file(Item part) {
        if (!part.has("file")) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    part.text("service") + " keeps its checkpoints in its database only.",
                    "Set wakeful.checkpoint.directory for it.");
        }
        return Path.of(part.text("file"));
    }

    private record Written(String file, String checkpoint, Instant at, List<Bundle.Item> parts) {

        String text() {
            return file + ": " + parts.size() + " services, "
                    + parts.stream().mapToLong(Bundle.Item::rows).sum() + " rows, "
                    + (parts.stream().mapToLong(Bundle.Item::bytes).sum() + 1023) / 1024 + " KiB, as of " + at + "\n";
        }
    }
}
