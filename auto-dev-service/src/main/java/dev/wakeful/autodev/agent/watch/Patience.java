package dev.wakeful.autodev.agent.watch;

import java.time.Duration;

/**
 * How long an agent may show nothing (DEV-6).
 *
 * @param start until its first word (TRG-12)
 * @param silence without any evidence that it goes on (TRG-11)
 * @param repeats how often it may do the same with the same outcome and without a change
 */
public record Patience(Duration start, Duration silence, int repeats) {

    public static final Patience USUAL = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(10), 6);

    /** It is looked at every five seconds, and then ended: the alarm is there when the time is over. */
    private static final Duration EARLIER = Duration.ofSeconds(5);

    Duration startAlarm() {
        return start.minus(EARLIER);
    }

    Duration silenceAlarm() {
        return silence.minus(EARLIER.multipliedBy(2));
    }
}
