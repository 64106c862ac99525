package dev.wakeful.cimanager.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may leave (LIM-1).
 *
 * @param pullRequestsPerHour over all repositories, 1 to 10
 * @param commitsPerDay over all repositories, in any 24 h, 1 to 50
 * @param waitingPullRequests open and not merged, in one repository, 1 to 100
 */
@ConfigurationProperties("wakeful.ci-manager.limits")
public record LimitProperties(
        @DefaultValue("10") int pullRequestsPerHour,
        @DefaultValue("50") int commitsPerDay,
        @DefaultValue("10") int waitingPullRequests) {

    /** Nothing overrides it (LIM-1). */
    static final int MOST_PULL_REQUESTS = 10;

    /** Nothing overrides it (LIM-1). */
    static final int MOST_COMMITS = 50;

    private static final int MOST_WAITING = 100;

    public LimitProperties {
        within("pull-requests-per-hour", pullRequestsPerHour, MOST_PULL_REQUESTS);
        within("commits-per-day", commitsPerDay, MOST_COMMITS);
        within("waiting-pull-requests", waitingPullRequests, MOST_WAITING);
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "wakeful.ci-manager.limits." + key + " must be 1 to " + most + " (LIM-1), is " + value);
        }
    }
}
