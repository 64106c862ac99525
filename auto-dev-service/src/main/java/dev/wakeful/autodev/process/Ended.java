package dev.wakeful.autodev.process;

import java.time.Duration;
import java.time.Instant;

/**
 * How a command ended.
 *
 * @param exitCode the shell's; {@link #CUT} when the time limit ended it, {@link #PREVENTED} when its bounds did
 * @param tail the last lines of its output, made harmless
 */
public record Ended(int exitCode, Instant startedAt, Duration duration, String tail) {

    /** Stands for the exit code of a process that was not left to end by itself. */
    public static final int CUT = -1;

    /** Stands for the exit code of a process that was ended since it went over its bounds, or whose sandbox failed. */
    public static final int PREVENTED = -2;

    /** The shell found nothing to run, or may not run it; or it was not let run to its end. */
    public boolean couldNotRun() {
        return exitCode == 126 || exitCode == 127 || exitCode == PREVENTED;
    }

    /** The same command, which something else than itself has ended; the reason is the last line. */
    Ended prevented(String reason) {
        return new Ended(PREVENTED, startedAt, duration, (tail + "\n" + reason).strip());
    }
}
