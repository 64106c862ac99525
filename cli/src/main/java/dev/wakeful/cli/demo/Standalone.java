package dev.wakeful.cli.demo;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The whole system as a child process. Ending it ends everything it started. */
final class Standalone {

    private static final long PATIENCE_SECONDS = 10;
    private static final int SHOWN_LINES = 20;

    private final Process process;
    private final Launch launch;
    private final Path log;

    private Standalone(Process process, Launch launch, Path log) {
        this.process = process;
        this.launch = launch;
        this.log = log;
    }

    static Standalone start(Launch launch, Path log) throws IOException {
        Process process = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        return new Standalone(process, launch, log);
    }

    /** Waits until it has said how to reach it and answers. */
    Connection awaitReady(Deadline deadline) throws IOException, InterruptedException {
        while (true) {
            Optional<Connection> connection = Connection.of(launch.data());
            if (connection.isPresent() && answers(connection.get())) {
                return connection.get();
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new CommandFailed(
                        ExitCode.FAILED,
                        "The system ended while it started, with " + process.exitValue() + ":\n" + lastWords(),
                        "`wakeful doctor` says what this machine lacks.");
            }
            deadline.check(() -> "starting the system\n" + lastWords());
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end, then makes it end; what it leaves behind is ended too. */
    void end() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException inAHurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean answers(Connection connection) throws InterruptedException {
        try {
            new Server(connection.dashboard(), "").get("/status");
            return true;
        } catch (CommandFailed notYet) {
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.stream()
                    .skip(Math.max(0, lines.size() - SHOWN_LINES))
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            return "    (its output could not be read: " + unreadable.getMessage() + ")";
        }
    }
}
