package dev.wakeful.autodev;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What auto-dev is told.
 *
 * @param directory where workspaces, private homes, logs and bundles are kept
 * @param address under which others reach this instance's artefacts
 * @param checkTimeLimit the longest a single check or fix command may run
 * @param lease how long a swarm stays with an instance that gives no sign of life; renewed three times within it
 */
@ConfigurationProperties("wakeful.auto-dev")
public record AutoDevProperties(Path directory, URI address, Duration checkTimeLimit, Duration lease) {

    public AutoDevProperties {
        directory = directory.toAbsolutePath().normalize();
        requirePositive("check-time-limit", checkTimeLimit);
        requirePositive("lease", lease);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("wakeful.auto-dev." + key + " must be positive, is " + value);
        }
    }
}
