package dev.wakeful.service.retention;

import java.time.Duration;
import java.util.function.Function;

/**
 * Rows of one table that go when they are old. A service declares a bean for each of its tables that grows with time.
 *
 * @param what they are, for the log
 * @param age how long they are kept
 * @param delete removes at most {@code :most} rows that are older than {@code :before}, and none that open work refers to
 */
public record OldRows(String what, Function<RetentionProperties, Duration> age, String delete) {

    /** Rows that are kept as long as events are. */
    public static OldRows asEvents(String what, String delete) {
        return new OldRows(what, RetentionProperties::events, delete);
    }
}
