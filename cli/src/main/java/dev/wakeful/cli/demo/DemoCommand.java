package dev.wakeful.cli.demo;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.doctor.SandboxCheck;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful demo}: the main job from a red build to a draft pull request, on a system of its own. */
@Command(
        name = "demo",
        description = "Show the main job: a red build wakes the system and a proven draft pull request comes out.",
        footer = "%nEnds with 0 only if the culprit, the draft pull request and its proof are all as they must be.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--keep", description = "Leave the system running and its data in place.")
    private boolean keep;

    @Option(names = "--port", paramLabel = "N", description = "First of four ports (default: free ones).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory, left in place (default: a temporary one, removed at the end).")
    private @Nullable Path data;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give up after so long (default: ${DEFAULT-VALUE}).")
    private long timeout = 120;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(timeout));
        LiveView view = new LiveView(output.progress(), output.progressInk());
        Workplace workplace = Workplace.temporary();
        try (Cleanup cleanup = new Cleanup(workplace)) {
            Summary summary = uninterrupted(deadline, view, workplace, cleanup);
            output.print(summary.json(), summary::text);
            summary.objections(output.progressInk()).forEach(view::line);
            return (summary.proof().objections().isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    private Summary uninterrupted(Deadline deadline, LiveView view, Workplace workplace, Cleanup cleanup)
            throws IOException, InterruptedException {
        try {
            return run(deadline, view, workplace, cleanup);
        } catch (CommandFailed failed) {
            if (cleanup.interrupted()) {
                throw new InterruptedException();
            }
            throw failed;
        }
    }

    private Summary run(Deadline deadline, LiveView view, Workplace workplace, Cleanup cleanup)
            throws IOException, InterruptedException {
        view.title("a red build wakes the system; a proven draft pull request comes out");
        Launch launch = launch(workplace);
        if (!launch.sandbox()) {
            view.line(
                    "  without a sandbox: bubblewrap does not work here. The demonstration runs its own repository's check, and no"
                            + " other, with all your rights");
        }
        Standalone system = Standalone.start(launch, workplace.at("system.log"));
        cleanup.end(system);
        Shop shop = ShopMaker.make(workplace.at("shop"), Instant.now());
        view.did(
                deadline.elapsed(),
                "made",
                Shop.NAME + ", " + shop.commits().size() + " commits, in " + shop.directory());
        Connection connection = system.awaitReady(deadline);
        view.did(
                deadline.elapsed(),
                "ready",
                "the whole system in process " + system.pid() + ", dashboard " + connection.dashboard());
        if (keep) {
            cleanup.leave();
        }
        Summary summary = new Performance(connection, shop, workplace.at("scratch"), view, deadline).play(keep);
        if (keep) {
            view.line(
                    "\n  still running: end it with `kill " + system.pid() + "`, then remove " + workplace.directory());
        }
        return summary;
    }

    private Launch launch(Workplace workplace) throws IOException, InterruptedException {
        Path place = data == null ? workplace.at("data") : data.toAbsolutePath().normalize();
        Files.createDirectories(place);
        if (Connection.of(place).isPresent()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "A Wakeful is running on " + place + " already.",
                    "End it, or leave --data out: the demonstration then uses a directory of its own.");
        }
        return new Launch(
                place,
                port == null ? FreePorts.first() : port,
                keep,
                SandboxCheck.ofThisMachine().isUsable());
    }
}
