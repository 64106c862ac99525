package dev.wakeful.budget.window;

import java.time.Instant;

/**
 * A stretch of time, half-open.
 *
 * @param name unique among the windows of its kind and zone, for example {@code 2026-W47}
 * @param from its first instant
 * @param to the first instant after it
 */
public record Window(String name, Instant from, Instant to) {

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Whether it has something in common with a stretch, half-open as well; where that has no length, its instant counts. */
    boolean meets(Instant start, Instant end) {
        return contains(start) || from.isAfter(start) && from.isBefore(end) && from.isBefore(to);
    }
}
