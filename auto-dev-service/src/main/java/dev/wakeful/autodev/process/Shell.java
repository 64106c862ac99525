package dev.wakeful.autodev.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Runs a repository's command: in a session and process group of its own, without input, in a cleared environment, for a limited time.
 * When it returns, or throws, no process of the command is left.
 */
@Component
public class Shell {

    private static final File NOTHING = new File("/dev/null");

    private final Clock clock;
    private final List<String> opening;

    public Shell(Clock clock) {
        this.clock = clock;
        Stream<String> session = Stream.of("setsid").filter(Shell::isOnPath);
        this.opening = Stream.concat(session, Stream.of("/bin/sh", "-c")).toList();
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** @throws Interrupted when this instance is told to stop */
    public Ended run(Command command, Vigil vigil) {
        Process process = start(command, vigil);
        Instant startedAt = clock.instant();
        long began = System.nanoTime();
        Family family = Family.of(command.place());
        boolean alone = false;
        try (Output output = new Output(process.getInputStream(), command.log())) {
            vigil.started(process, startedAt);
            boolean byItself = Waiting.untilEnd(process, command.limit(), vigil);
            if (!byItself) {
                family.end(process);
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            family.kill(process);
            alone = true;
            return new Ended(byItself ? process.exitValue() : Ended.CUT, startedAt, duration, output.tail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            if (!alone) {
                family.kill(process);
            }
            vigil.gone(process);
        }
    }

    private Process start(Command command, Vigil vigil) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(opening.stream(), Stream.of(command.line()))
                        .toList())
                .directory(command.place().directory().toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(command.place().environment());
        try {
            Files.createDirectories(command.log().getParent());
            return vigil.start(builder);
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started: " + command.line(), e);
        }
    }
}
