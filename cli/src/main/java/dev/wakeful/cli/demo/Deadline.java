package dev.wakeful.cli.demo;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.function.Supplier;

/** The moment at which the demonstration gives up, on the clock that nobody sets. */
record Deadline(long startNanos, Duration limit) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime(), limit);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** @param where what was reached by now */
    void check(Supplier<String> where) {
        if (elapsed().compareTo(limit) > 0) {
            throw new CommandFailed(
                    ExitCode.TIMED_OUT,
                    "Not finished after " + limit.toSeconds() + " s. It stood at: " + where.get(),
                    "Give it longer with --timeout SECONDS, or run `wakeful doctor`.");
        }
    }
}
