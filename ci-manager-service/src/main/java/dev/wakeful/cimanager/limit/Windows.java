package dev.wakeful.cimanager.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last hour and the last 24 hours, at any moment: a window that begins on the hour would let twice as much through around its
 * beginning. Pure.
 *
 * @param granted what was allowed in the last 24 h, the newest first
 */
record Windows(List<Granted> granted, Instant now) {

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    Windows {
        granted = List.copyOf(granted);
    }

    /** Why another change with so many commits may not leave now; nothing when it may. */
    Optional<NoRoom> against(int commits, LimitProperties limits) {
        return hour(limits.pullRequestsPerHour()).or(() -> day(commits, limits.commitsPerDay()));
    }

    private Optional<NoRoom> hour(int most) {
        Instant from = now.minus(HOUR);
        List<Granted> lately =
                granted.stream().filter(one -> one.at().isAfter(from)).toList();
        return lately.size() < most
                ? Optional.empty()
                : Optional.of(new NoRoom(
                        "the limit of " + most + " pull requests an hour is reached (LIM-1)",
                        lately.get(most - 1).at().plus(HOUR)));
    }

    /** The newest that fit beside the wish may stay; the first that does not has to be a day old. */
    private Optional<NoRoom> day(int commits, int most) {
        int left = most - commits;
        for (Granted one : granted) {
            left -= one.commits();
            if (left < 0 && one.at().isAfter(now.minus(DAY))) {
                return Optional.of(new NoRoom(
                        "the limit of " + most + " commits a day is reached (LIM-1)",
                        one.at().plus(DAY)));
            }
        }
        return Optional.empty();
    }
}
