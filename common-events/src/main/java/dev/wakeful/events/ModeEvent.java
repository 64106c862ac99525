package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stance of the whole installation. Key: always {@code installation}. */
public sealed interface ModeEvent extends Event {

    @Override
    default String key() {
        return "installation";
    }

    /**
     * From now on this mode is in force (MODE-1…4).
     *
     * @param context what people seem to be doing (MODE-9)
     * @param stance what the mode asks of every service
     * @param until when the schedule changes it next, where that is known
     */
    @WireName("mode.changed.v1")
    record Changed(
            Mode mode,
            String reason,
            @Nullable Context context,
            @Nullable Stance stance,
            @Nullable Instant until) implements ModeEvent {}

    /**
     * The planner decided something that is no step of a task: about the mode, about what to do next, or about somebody who is silent (WAKE-3).
     *
     * @param task whom it concerns; absent: the installation as a whole
     */
    @WireName("mode.decided.v1")
    record Decided(@Nullable TaskId task, Decision decision) implements ModeEvent {}

    /** The modes that exist. */
    enum Mode {
        ACTIVE,
        NIGHT,
        MAINTENANCE,
        CRISIS
    }

    /** What people are doing (MODE-9). */
    enum Context {
        AVAILABLE,
        WORK,
        AWAY,
        SLEEPING,
        UNKNOWN
    }

    /**
     * What a mode asks of every service; each applies its part.
     *
     * @param heartbeat how often the system looks by itself (WAKE-1)
     * @param crisisWake how soon it looks after a critical trigger; zero: at once
     * @param swarms the most swarms at work
     * @param agents the most agents at work
     * @param criticalOnly nothing new starts but critical fixes
     */
    record Stance(Duration heartbeat, Duration crisisWake, int swarms, int agents, boolean criticalOnly) {}
}
