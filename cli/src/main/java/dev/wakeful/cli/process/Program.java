package dev.wakeful.cli.process;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end.
 *
 * @param environment added to that of this process; an empty value removes the variable
 */
public record Program(List<String> command, Path directory, Map<String, String> environment) {

    private static final Executor READERS = reader -> Thread.ofVirtual().start(reader);

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Program of(String... command) {
        return new Program(List.of(command), Path.of("").toAbsolutePath(), Map.of());
    }

    public Program in(Path place) {
        return new Program(command, place, environment);
    }

    public Program with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(command, directory, more);
    }

    public Ended run(Duration limit) throws InterruptedException {
        return run(limit, "");
    }

    /**
     * Runs it with the input. A program that cannot be started ends with 127, as in a shell; one that takes longer than the limit is
     * killed with all its children and the command ends with {@link ExitCode#TIMED_OUT}.
     */
    public Ended run(Duration limit, String input) throws InterruptedException {
        Process process;
        try {
            process = builder().start();
        } catch (IOException missing) {
            return new Ended(127, "", String.valueOf(missing.getMessage()));
        }
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), READERS);
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), READERS);
        feed(process, input);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new CommandFailed(
                    ExitCode.TIMED_OUT, "`" + String.join(" ", command) + "` took longer than " + limit + ".", "");
        }
        return new Ended(process.exitValue(), out.join(), err.join());
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }

    private static void feed(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            // a program that does not read its input tells by its exit code how it fared
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How a program ended. */
    public record Ended(int exit, String out, String err) {

        public boolean ok() {
            return exit == 0;
        }
    }
}
