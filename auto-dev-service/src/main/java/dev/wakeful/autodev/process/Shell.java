package dev.wakeful.autodev.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Runs a repository's command: in a session and process group of its own, inside its fence, without input, for a limited time
 * and within bounds.
 * When it returns, or throws, no process of the command is left.
 */
@Component
public class Shell {

    private static final File NOTHING = new File("/dev/null");

    private static final String SANDBOX_FAILED = "bwrap: ";

    private final Clock clock;
    private final Bounds bounds;
    private final Apart apart;

    public Shell(Clock clock, Bounds bounds) {
        this.clock = clock;
        this.bounds = bounds;
        this.apart = new Apart(bounds);
    }

    /**
     * @throws Interrupted when this instance is told to stop
     * @throws DiskFull when the command was ended for no reason of its own
     */
    public Ended run(Command command, Vigil vigil) {
        Process process = start(command, vigil);
        Instant startedAt = clock.instant();
        long began = System.nanoTime();
        Family family = Family.of(command.place());
        boolean alone = false;
        try (Output output = new Output(
                        process.getInputStream(), new Log(command.log(), process.toHandle()::destroyForcibly));
                Guard guard = Guard.over(process, command.place(), bounds)) {
            vigil.started(process, startedAt);
            boolean byItself = Waiting.untilEnd(process, command.limit(), vigil);
            if (!byItself) {
                family.end(process);
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            family.kill(process);
            alone = true;
            int exitCode = byItself ? process.exitValue() : Ended.CUT;
            Ended ended = new Ended(exitCode, startedAt, duration, output.tail());
            guard.requireRoom();
            return guard.breach().map(ended::prevented).orElseGet(() -> unlessSandboxFailed(ended));
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

    /** What the sandbox itself says when it cannot be set up is no word of the command. */
    private static Ended unlessSandboxFailed(Ended ended) {
        return ended.exitCode() == 1 && ended.tail().startsWith(SANDBOX_FAILED)
                ? ended.prevented("The sandbox could not be set up for the command.")
                : ended;
    }

    private Process start(Command command, Vigil vigil) {
        ProcessBuilder builder = command.fence().around(List.of("/bin/sh", "-c", command.line()));
        builder.command(apart.before(builder.command())).redirectInput(NOTHING).redirectErrorStream(true);
        try {
            Files.createDirectories(command.log().getParent());
            return vigil.start(builder);
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started: " + command.line(), e);
        }
    }
}
