package dev.wakeful.benchmarks.system;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.cli.Connection;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.Webhooks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The standalone system as a child process. Closing it ends it and its database, also after it was killed. */
public final class RunningSystem implements AutoCloseable {

    private static final long END_SECONDS = 30;

    private final Process process;
    private final Path data;
    private final long startedNanos;

    private RunningSystem(Process process, Path data, long startedNanos) {
        this.process = process;
        this.data = data;
        this.startedNanos = startedNanos;
    }

    /** Starts it and does not wait. */
    public static RunningSystem start(Setup setup, Launch launch) throws IOException {
        Files.createDirectories(launch.data());
        ProcessBuilder builder = new ProcessBuilder(launch.command(setup))
                .redirectErrorStream(true)
                .redirectOutput(launch.data().resolve("output.txt").toFile())
                .redirectInput(new File("/dev/null"));
        long now = System.nanoTime();
        return new RunningSystem(builder.start(), launch.data(), now);
    }

    /** How long ago its process was started, in milliseconds. */
    public double sinceStartMillis() {
        return (System.nanoTime() - startedNanos) / 1e6;
    }

    /** When its process was started, by {@link System#nanoTime}. */
    public long startedNanos() {
        return startedNanos;
    }

    /** Waits until it has said how to reach it, which it does once every service is up, and has answered a first request. */
    public void awaitReady(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (ownConnection().isEmpty()) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException(
                        "The system did not become ready:\n" + Files.readString(data.resolve("output.txt")));
            }
        }
        server().get("/status");
    }

    private Optional<Connection> ownConnection() throws IOException {
        return Connection.of(data).filter(connection -> connection.pid() == process.pid());
    }

    private Connection connection() throws IOException {
        return ownConnection().orElseThrow(() -> new IOException("The system in " + data + " has ended"));
    }

    /** Its HTTP interface. */
    public Server server() throws IOException {
        return new Server(connection().dashboard(), connection().token());
    }

    /** Its door to CI systems. */
    public Webhooks webhooks() throws IOException {
        return new Webhooks(connection().webhooks(), connection().webhookSecret());
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}; its database and its swarms' processes live on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for an end that comes by itself. */
    public void awaitEnd(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw new IOException("The system did not end well:\n" + Files.readString(data.resolve("output.txt")));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        endDatabase();
    }

    /** The database outlives a killed process; nobody else would end it. */
    private void endDatabase() throws IOException {
        Path file = data.resolve("postgresql/postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(found -> found.info().command().orElse("").contains("postgres"))
                    .ifPresent(RunningSystem::end);
        }
    }

    private static void end(ProcessHandle database) {
        database.destroy();
        try {
            database.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            database.destroyForcibly();
        }
    }
}
