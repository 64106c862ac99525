package dev.wakeful.planner.backlog;

import dev.wakeful.events.SwarmEvent;

/** Why a swarm's end is not the end a person hoped for, and what that person can do now. */
final class Reasons {

    private Reasons() {}

    static String inWords(SwarmEvent.Failed failed) {
        return switch (failed.reason()) {
            case NOT_REPRODUCED ->
                "the check is green on the failing revision, so it is flaky or mended already. Look at the test; re-run the"
                        + " job to see whether it stays green";
            case CHECK_BROKEN ->
                "the check command could not be run. Correct it with: wakeful repo add PATH --check COMMAND, then re-run the"
                        + " failing job";
            case REPOSITORY_GONE ->
                "the repository or the revision in it is not there any more. Fetch or move it back, then re-run the failing"
                        + " job";
            case NO_GOOD_REVISION ->
                "no revision in reach passes the check, so there is nothing to go back to. Mend it by hand";
            case REVERT_CONFLICTS ->
                "the culprit" + culprit(failed)
                        + " is known and later commits build on it, so its revert does not apply. Revert it by hand";
            case NOT_FIXED -> "every strategy was tried and none passed the check. Mend it by hand";
            case TIME_LIMIT ->
                "the time limit was reached. Make the check faster, or raise wakeful.planner.time-limit, then re-run the"
                        + " failing job";
            case ENVIRONMENT ->
                "the machine could not do it. See what it lacks with: wakeful doctor, then re-run the failing job";
        };
    }

    private static String culprit(SwarmEvent.Failed failed) {
        SwarmEvent.Culprit culprit = failed.culprit();
        return culprit == null ? "" : " " + culprit.revision().abbreviated() + " by " + culprit.author();
    }
}
