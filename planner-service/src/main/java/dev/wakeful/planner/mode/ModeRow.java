package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of the mode.
 *
 * @param said the last {@code mode.changed}
 * @param lookAt when a job looks at it anew
 */
record ModeRow(ModeEvent.Changed said, Signs signs, Instant lookAt) {

    /** True when nothing would be told that was not told before. */
    boolean says(ModeEvent.Changed other) {
        return said.mode() == other.mode()
                && said.context() == other.context()
                && Objects.equals(said.stance(), other.stance())
                && Objects.equals(said.until(), other.until());
    }
}
