package dev.wakeful.autodev.agent.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an agent is taken for stuck or for going round in circles, and ended (DEV-6).
 *
 * @param start without its first word, 30 s to 1 h (TRG-12)
 * @param silence without any evidence that it goes on, 30 s to 4 h (TRG-11)
 * @param repeats of the same with the same outcome and without a change, 3 to 100
 */
@ConfigurationProperties("wakeful.auto-dev.watch")
public record WatchProperties(
        @DefaultValue("5m") Duration start,
        @DefaultValue("10m") Duration silence,
        @DefaultValue("6") int repeats) {

    private static final Duration SHORTEST = Duration.ofSeconds(30);

    public WatchProperties {
        requireWithin("start", start, Duration.ofHours(1), "1h");
        requireWithin("silence", silence, Duration.ofHours(4), "4h");
        if (repeats < 3 || repeats > 100) {
            throw new IllegalArgumentException("wakeful.auto-dev.watch.repeats must be 3 to 100, is " + repeats);
        }
    }

    private static void requireWithin(String key, Duration value, Duration longest, String words) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.watch." + key + " must be 30s to " + words + ", is " + value);
        }
    }

    public Patience patience() {
        return new Patience(start, silence, repeats);
    }
}
