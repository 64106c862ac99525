package dev.wakeful.planner.mode;

import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which mode and context are in force, and why.
 *
 * @param until when the schedule changes the mode next, where that is known
 * @param lookAt when something that the clock decides may be different
 */
record Outlook(Mode mode, Context context, @Nullable Instant until, Instant lookAt, Decision decision) {}
