package dev.wakeful.commandcenter.modes;

import dev.wakeful.commandcenter.people.RequestRefused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The end a person sets to something. */
final class Until {

    private static final Duration LONGEST = Duration.ofDays(31);

    private Until() {}

    /** @throws RequestRefused when it is no moment, is over, or lies more than 31 days ahead */
    static @Nullable Instant checked(@Nullable String until, Instant now) {
        if (until == null || until.isBlank()) {
            return null;
        }
        Instant end = moment(until.strip());
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new RequestRefused(
                    "'until' must lie between now and " + LONGEST.toDays() + " days ahead, got " + end + ".");
        }
        return end;
    }

    private static Instant moment(String until) {
        try {
            return OffsetDateTime.parse(until).toInstant();
        } catch (DateTimeException e) {
            throw new RequestRefused("'until' must be a moment such as 2026-11-21T07:00:00Z, got '" + until + "'.");
        }
    }
}
