package dev.wakeful.planner.cycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely work is watched (WAKE-4).
 *
 * @param watch how often it looks while there is work or something is not well, and at what is not in crisis during one (MODE-7); 1 s to 10 min
 * @param escalateAfter after this a swarm of which nothing is heard is escalated; 30 s to 4 h
 */
@ConfigurationProperties("wakeful.planner.cycle")
record CycleProperties(
        @DefaultValue("30s") Duration watch,
        @DefaultValue("5m") Duration escalateAfter) {

    CycleProperties {
        within("watch", watch, Duration.ofSeconds(1), Duration.ofMinutes(10));
        within("escalate-after", escalateAfter, Duration.ofSeconds(30), Duration.ofHours(4));
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("wakeful.planner.cycle." + key + " must be " + least.toSeconds()
                    + "s to " + most.toMinutes() + "m (WAKE-4), is " + value);
        }
    }
}
