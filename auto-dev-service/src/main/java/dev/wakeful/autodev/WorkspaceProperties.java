package dev.wakeful.autodev;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the files of swarms stay, and how much of the disk they may take (DEV-10).
 *
 * @param keepFailed how long the workspace of a failed swarm is kept for a person to look at; zero: removed at once
 * @param mostBytes of all workspaces together; when it is passed, kept ones go, the oldest first
 * @param leastFreeBytes on the disk, or no new swarm begins
 * @param keepArtefacts how long logs, bundles and patches are kept after a swarm's end
 */
@ConfigurationProperties("wakeful.auto-dev.workspaces")
public record WorkspaceProperties(
        @DefaultValue("0s") Duration keepFailed,
        @DefaultValue("21474836480") long mostBytes,
        @DefaultValue("1073741824") long leastFreeBytes,
        @DefaultValue("30d") Duration keepArtefacts) {

    private static final Duration LEAST_ARTEFACTS = Duration.ofHours(1);

    public WorkspaceProperties {
        require(!keepFailed.isNegative(), "keep-failed must not be negative, is " + keepFailed);
        require(mostBytes > 0, "most-bytes must be positive, is " + mostBytes);
        require(leastFreeBytes >= 0, "least-free-bytes must not be negative, is " + leastFreeBytes);
        require(
                keepArtefacts.compareTo(LEAST_ARTEFACTS) >= 0,
                "keep-artefacts must be 1h or more, is " + keepArtefacts);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("wakeful.auto-dev.workspaces." + otherwise);
        }
    }
}
