package dev.wakeful.commandcenter.reading;

import dev.wakeful.events.ModeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stance of the installation (MODE-1…4, MODE-9).
 *
 * @param mode absent before the planner has spoken for the first time
 * @param until when the schedule changes it next, where that is known
 * @param since when it began
 * @param asked the newest request of a person for a mode; whether the planner follows it is its decision
 * @param seenAt the newest sign of life of a person (MODE-6)
 */
public record ModeInForce(
        @Nullable String mode,
        @Nullable String context,
        ModeEvent.@Nullable Stance stance,
        @Nullable Instant until,
        @Nullable Instant since,
        @Nullable String reason,
        @Nullable Asked asked,
        @Nullable Instant seenAt) {

    /** What a person asked for. */
    public record Asked(String mode, @Nullable Instant until, String by, String reason, Instant at) {}
}
