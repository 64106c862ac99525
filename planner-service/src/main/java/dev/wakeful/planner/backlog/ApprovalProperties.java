package dev.wakeful.planner.backlog;

import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long questions to people stand, by the mode in which they are asked (AUTH-10).
 *
 * @param expiry in ACTIVE, and in every mode that has none of its own; 1 min to 7 days
 * @param expiryNight in NIGHT; 0 to 7 days, 0: as {@code expiry}
 * @param expiryMaintenance in MAINTENANCE, likewise
 * @param expiryCrisis in CRISIS, likewise
 */
@ConfigurationProperties("wakeful.planner.approvals")
public record ApprovalProperties(
        @DefaultValue("12h") Duration expiry,
        @DefaultValue("0s") Duration expiryNight,
        @DefaultValue("0s") Duration expiryMaintenance,
        @DefaultValue("0s") Duration expiryCrisis) {

    public ApprovalProperties {
        check("expiry", expiry, Duration.ofMinutes(1), "1m");
        check("expiry-night", expiryNight, Duration.ZERO, "0s");
        check("expiry-maintenance", expiryMaintenance, Duration.ZERO, "0s");
        check("expiry-crisis", expiryCrisis, Duration.ZERO, "0s");
    }

    Duration in(Mode mode) {
        Duration own = switch (mode) {
            case ACTIVE -> expiry;
            case NIGHT -> expiryNight;
            case MAINTENANCE -> expiryMaintenance;
            case CRISIS -> expiryCrisis;
        };
        return own.isZero() ? expiry : own;
    }

    private static void check(String key, Duration value, Duration least, String inWords) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.planner.approvals." + key + " must be " + inWords + " to 7d (AUTH-10), is " + value);
        }
    }
}
