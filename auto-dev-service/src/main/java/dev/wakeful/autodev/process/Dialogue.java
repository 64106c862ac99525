package dev.wakeful.autodev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Runs a process that is talked with: in a session and process group of its own, for a limited time, its death noticed within a second. When
 * it returns, or throws, no process of it is left. What it says on standard output goes to the log, and the end of its standard error
 * below it.
 */
@Component
public class Dialogue {

    private static final Path NOWHERE = Path.of("/dev/null");

    private final Clock clock;
    private final Bounds bounds;
    private final Apart apart;

    public Dialogue(Clock clock, Bounds bounds) {
        this.clock = clock;
        this.bounds = bounds;
        this.apart = new Apart(bounds);
    }

    /**
     * @param argv is run inside the command's fence; the command's line names it for people
     * @throws Interrupted when this instance is told to stop
     * @throws DiskFull when the process was ended for no reason of its own
     */
    public Ended hold(List<String> argv, Command command, Vigil vigil, Partner partner) {
        Process process = start(argv, command, vigil);
        Instant startedAt = clock.instant();
        long began = System.nanoTime();
        Family family = Family.of(command.place());
        boolean alone = false;
        try (Transcript said = new Transcript(
                        process.getInputStream(), new Log(command.log(), process.toHandle()::destroyForcibly));
                Output complaint = new Output(process.getErrorStream(), new Log(NOWHERE, () -> {}));
                Letters letters = new Letters(process.getOutputStream());
                Guard guard = Guard.over(process, command.place(), bounds)) {
            vigil.started(process, startedAt);
            letters.send(partner.opening());
            boolean byItself = new Talk(process, family, said, letters, vigil, partner).talk(command.limit());
            alone = true;
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            String tail = complaint.tail();
            said.requireLogged();
            guard.requireRoom();
            note(command.log(), said.tooLong(), tail);
            Ended ended = new Ended(byItself ? process.exitValue() : Ended.CUT, startedAt, duration, tail);
            return guard.breach().map(ended::prevented).orElse(ended);
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

    private Process start(List<String> inside, Command command, Vigil vigil) {
        ProcessBuilder builder = command.fence().around(inside);
        try {
            Files.createDirectories(command.log().getParent());
            return vigil.start(builder.command(apart.before(builder.command())));
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started: " + command.line(), e);
        }
    }

    private static void note(Path log, int tooLong, String complaint) {
        String note = (tooLong == 0 ? "" : "\n[" + tooLong + " lines were too long and were not listened to]\n")
                + (complaint.isBlank() ? "" : "\n[standard error, its end]\n" + complaint + "\n");
        try {
            Files.write(log, note.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new DiskFull(log, e);
        }
    }
}
