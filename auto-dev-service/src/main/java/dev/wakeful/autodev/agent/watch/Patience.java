package dev.wakeful.autodev.agent.watch;

import java.time.Duration;

/**
 * How long an agent may show nothing.
 *
 * @param start until its first word
 * @param silence without any evidence that it goes on
 * @param repeats how often it may do the same with the same outcome and without a change
 */
public record Patience(Duration start, Duration silence, int repeats) {

    /** A little less than TRG-11 and TRG-12 say, so that the alarm is there when the time is over. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(295), Duration.ofSeconds(590), 6);
}
