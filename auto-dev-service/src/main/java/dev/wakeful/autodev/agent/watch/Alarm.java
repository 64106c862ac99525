package dev.wakeful.autodev.agent.watch;

/** What is wrong with an agent. */
public enum Alarm {
    /** Its process ended and it had not said how it went (TRG-3). */
    DIED("its process ended without a result"),
    /** It has not said anything since it was started (TRG-12). */
    STUCK_IN_START("it has not begun: nothing was heard of it for 5 minutes"),
    /** Nothing that it says, runs or writes shows that it goes on (TRG-11). */
    STUCK("it is stuck: no output, no tool at work and no change in its files for 10 minutes"),
    /** It does the same again and again, with the same outcome (DEV-6). */
    LOOP("it goes round in circles: the same again and again, with the same outcome and without a change");

    private final String words;

    Alarm(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
