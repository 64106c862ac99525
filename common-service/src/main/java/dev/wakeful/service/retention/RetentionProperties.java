package dev.wakeful.service.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service keeps what is over (JOB-7).
 *
 * @param every how often it looks, 1 min to 24 h
 * @param events which events were handled, deliveries, and what was told of them: 8 d or more, as the broker keeps events for 7 d and one that
 *     is heard again must be known
 * @param effects what has left the system, by its idempotency key: 30 d or more
 */
@ConfigurationProperties("wakeful.retention")
public record RetentionProperties(
        @DefaultValue("30m") Duration every,
        @DefaultValue("30d") Duration events,
        @DefaultValue("366d") Duration effects) {

    private static final Duration LONGEST = Duration.ofDays(3660);

    public RetentionProperties {
        within("every", every, Duration.ofMinutes(1), Duration.ofDays(1));
        within("events", events, Duration.ofDays(8), LONGEST);
        within("effects", effects, Duration.ofDays(30), LONGEST);
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.retention." + key + " must be " + least + " to " + most + " (JOB-7), is " + value);
        }
    }
}
