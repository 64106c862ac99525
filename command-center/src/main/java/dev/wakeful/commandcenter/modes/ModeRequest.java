package dev.wakeful.commandcenter.modes;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Reason;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mode a person asks for, as it came in.
 *
 * @param mode {@code ACTIVE}, {@code NIGHT} or {@code MAINTENANCE}; CRISIS begins and ends by what happens (MODE-7)
 * @param until when the schedule decides again; required for MAINTENANCE, whose windows a person sets (MODE-3)
 */
public record ModeRequest(
        @Nullable String mode,
        @Nullable String until,
        @Nullable String reason,
        @Nullable String by) {

    /** @throws RequestRefused when something in it cannot be */
    ControlEvent.ModeRequested checked(Instant now) {
        Mode wanted = wanted();
        @Nullable Instant end = Until.checked(until, now);
        if (wanted == Mode.MAINTENANCE && end == null) {
            throw new RequestRefused(
                    "'until' is missing: a maintenance window needs an end, such as 2026-11-21T07:00:00Z.");
        }
        return new ControlEvent.ModeRequested(wanted, end, Person.of(by).name(), Reason.required(reason));
    }

    private Mode wanted() {
        return switch (mode == null ? "" : mode.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> Mode.ACTIVE;
            case "NIGHT" -> Mode.NIGHT;
            case "MAINTENANCE" -> Mode.MAINTENANCE;
            case "CRISIS" ->
                throw new RequestRefused(
                        "CRISIS begins when a watched branch is red and ends when its check passes; nobody"
                                + " can ask for it. 'mode' must be ACTIVE, NIGHT or MAINTENANCE.");
            default -> throw new RequestRefused("'mode' must be ACTIVE, NIGHT or MAINTENANCE, got '" + mode + "'.");
        };
    }
}
