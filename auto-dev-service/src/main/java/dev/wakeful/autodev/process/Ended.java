package dev.wakeful.autodev.process;

import java.time.Duration;
import java.time.Instant;

/**
 * How a command ended.
 *
 * @param exitCode the shell's; {@link #CUT} when the time limit ended it
 * @param tail the last lines of its output, made harmless
 */
public record Ended(int exitCode, Instant startedAt, Duration duration, String tail) {

    /** Stands for the exit code of a process that was not left to end by itself. */
    public static final int CUT = -1;

    /** The shell found nothing to run, or may not run it. */
    public boolean couldNotRun() {
        return exitCode == 126 || exitCode == 127;
    }
}
