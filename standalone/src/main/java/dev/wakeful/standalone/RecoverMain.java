package dev.wakeful.standalone;

import dev.wakeful.cli.checkpoint.RecoverOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.service.checkpoint.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful recover}: makes a checkpoint the state of a system that is not running, or shows that it could be. */
@Command(
        name = "wakeful recover",
        description = "Makes the state of a checkpoint the system's state again; the system must not be running.",
        mixinStandardHelpOptions = true)
public final class RecoverMain implements Callable<Integer> {

    @Mixin
    private final RecoverOptions options = new RecoverOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    public static void main(String[] args) {
        System.exit(new CommandLine(new RecoverMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Path logs = options.verifyOnly() || options.deployment().isPresent()
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : Files.createDirectories(options.data().resolve("logs"));
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        System.setProperty("wakeful.logs", logs.toString());
        try {
            CheckpointFiles files = recovered();
            Done done = Done.of(!options.verifyOnly(), files);
            output.print(done, ink -> done.text());
            return CommandLine.ExitCode.OK;
        } catch (StartFailed e) {
            output.err().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private CheckpointFiles recovered() throws IOException, SQLException, InterruptedException {
        if (options.verifyOnly()) {
            return Recovery.verify(options.checkpoint());
        }
        return options.deployment().isPresent()
                ? Recovery.recoverDeployed(
                        options.checkpoint(),
                        options.deployment().get().database(),
                        options.deployment().get().broker())
                : Recovery.recover(options.data(), options.checkpoint());
    }

    /** What came of it; {@code at} is the oldest moment of its parts. */
    private record Done(boolean recovered, Instant at, long rows, List<Service> services) {

        static Done of(boolean recovered, CheckpointFiles files) {
            List<Service> services = files.manifests().stream()
                    .map(each -> new Service(each.service(), each.at(), each.rows()))
                    .toList();
            return new Done(
                    recovered,
                    files.manifests().stream()
                            .map(Manifest::at)
                            .min(Instant::compareTo)
                            .orElseThrow(),
                    files.manifests().stream().mapToLong(Manifest::rows).sum(),
                    services);
        }

        String text() {
            String what = services.size() + " services, " + rows + " rows, as of " + at + ".\n";
            return recovered
                    ? "Recovered " + what + "Start the system again; it hears again what was said since.\n"
                    : "It can be recovered: " + what;
        }

        private record Service(String service, Instant at, long rows) {}
    }
}
