package dev.wakeful.autodev.agent.watch;

import java.time.Duration;

/** What is wrong with an agent. */
public enum Alarm {
    /** Its process ended and it had not said how it went (TRG-3). */
    DIED,
    /** It has not said anything since it was started (TRG-12). */
    STUCK_IN_START,
    /** Nothing that it says, runs or writes shows that it goes on (TRG-11). */
    STUCK,
    /** It does the same again and again, with the same outcome (DEV-6). */
    LOOP;

    /** For people. */
    public String words(Patience patience) {
        return switch (this) {
            case DIED -> "its process ended without a result";
            case STUCK_IN_START -> "it has not begun: nothing was heard of it for " + words(patience.start());
            case STUCK ->
                "it is stuck: no output, no tool at work and no change in its files for " + words(patience.silence());
            case LOOP ->
                "it goes round in circles: the same again and again, with the same outcome and without a change";
        };
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
    }
}
