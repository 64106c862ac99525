package dev.wakeful.commandcenter.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people should look (STATE-5).
 *
 * @param stuckAfter a running swarm without progress for so long is shown as stuck (TRG-11), 1 min to 24 h
 * @param escalateAfter and is escalated after so long (WAKE-4), 30 s to 4 h
 * @param urgentPercent from this share of a cap on its use is urgent (BUD-5), 1 to 100
 */
@ConfigurationProperties("wakeful.command-center.attention")
public record AttentionProperties(
        @DefaultValue("10m") Duration stuckAfter,
        @DefaultValue("5m") Duration escalateAfter,
        @DefaultValue("90") int urgentPercent) {

    public AttentionProperties {
        within("stuck-after", stuckAfter, Duration.ofMinutes(1), Duration.ofHours(24));
        within("escalate-after", escalateAfter, Duration.ofSeconds(30), Duration.ofHours(4));
        if (urgentPercent < 1 || urgentPercent > 100) {
            throw new IllegalArgumentException(
                    "wakeful.command-center.attention.urgent-percent must be 1 to 100, is " + urgentPercent);
        }
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("wakeful.command-center.attention." + key + " must be "
                    + least.toSeconds() + "s to " + most.toHours() + "h, is " + value);
        }
    }
}
