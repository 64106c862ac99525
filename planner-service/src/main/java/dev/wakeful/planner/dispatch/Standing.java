package dev.wakeful.planner.dispatch;

import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import java.time.Instant;
import java.util.Optional;

/**
 * How things stand at the moment a task wants to start.
 *
 * @param until when the mode ends by schedule, where that is known
 * @param running swarms at work, exactly
 * @param offeredAt when a change to the same area was last offered
 * @param criticalRed a critical failure is open on a watched branch; looked for in a crisis only
 * @param alert the most used budget window that is told of
 */
record Standing(
        Mode mode,
        Context context,
        Stance stance,
        Optional<Instant> until,
        long running,
        Optional<Instant> offeredAt,
        boolean criticalRed,
        Alert alert) {

    Standing withCriticalRed(boolean red) {
        return new Standing(mode, context, stance, until, running, offeredAt, red, alert);
    }

    /** @param until when the window ends */
    record Alert(int percent, Optional<Instant> until) {}
}
