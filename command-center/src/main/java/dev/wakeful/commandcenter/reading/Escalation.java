package dev.wakeful.commandcenter.reading;

import java.util.List;
import java.util.stream.Stream;

/**
 * How urgently people are needed, and everything that makes it so (STATE-5, WAKE-4). Made of what was told, of nothing else.
 *
 * @param reasons the gravest first; empty at level {@link Level#NONE}
 */
public record Escalation(Level level, List<String> reasons) {

    public Escalation {
        reasons = List.copyOf(reasons);
    }

    /** From all is well to nothing works any more. */
    public enum Level {
        /** Nobody is needed. */
        NONE,
        /** Something waits for a person. */
        PERSON,
        /** Something does not work, or is nearly used up. */
        URGENT,
        /** A watched branch is red (MODE-4). */
        CRISIS,
        /** An emergency stop stands; only a person ends it (STOP-3). */
        STOPPED
    }

    /**
     * What was counted.
     *
     * @param silentSwarms at work, and not heard of for long (WAKE-4)
     * @param nearlyUsedUp caps with an urgent share in use (BUD-5)
     */
    record Counts(
            boolean stopped,
            boolean crisis,
            long missingInstances,
            long lostProviders,
            long silentSwarms,
            long nearlyUsedUp,
            long questions,
            long parkedTasks,
            long deadLetters) {}

    private record Cause(Level level, boolean holds, String reason) {}

    static Escalation of(Counts counts) {
        List<Cause> causes = Stream.of(
                        new Cause(Level.STOPPED, counts.stopped(), "an emergency stop stands"),
                        new Cause(Level.CRISIS, counts.crisis(), "a watched branch is red"),
                        some(Level.URGENT, counts.missingInstances(), "instances of services are missing"),
                        some(Level.URGENT, counts.lostProviders(), "providers of models cannot be reached"),
                        some(Level.URGENT, counts.silentSwarms(), "swarms at work show no progress"),
                        some(Level.URGENT, counts.nearlyUsedUp(), "caps are nearly used up"),
                        some(Level.PERSON, counts.questions(), "questions wait for an answer"),
                        some(Level.PERSON, counts.parkedTasks(), "tasks are set aside for a person"),
                        some(Level.PERSON, counts.deadLetters(), "events could not be handled"))
                .filter(Cause::holds)
                .toList();
        return new Escalation(
                causes.stream().map(Cause::level).max(Level::compareTo).orElse(Level.NONE),
                causes.stream().map(Cause::reason).toList());
    }

    private static Cause some(Level level, long number, String what) {
        return new Cause(level, number > 0, what + ": " + number);
    }
}
