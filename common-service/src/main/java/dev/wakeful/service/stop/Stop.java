package dev.wakeful.service.stop;

import java.time.Instant;

/**
 * An emergency stop in force.
 *
 * @param epoch what was begun in an earlier one has no effect outside any more
 * @param since when it was asked for
 * @param by a person, a rule such as {@code STOP-2}, or {@link #FILE}
 */
public record Stop(long epoch, Instant since, String by, String reason) {

    /** Stands for whoever made the file. */
    public static final String FILE = "file STOP";
}
