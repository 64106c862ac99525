package dev.wakeful.commandcenter.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakeful.events.Decision;
import dev.wakeful.events.SwarmEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a task. Texts from outside (titles, logs, diffs) are data.
 *
 * @param reactionMillis from the webhook's acceptance to the start of the first process of the first attempt
 */
public record TaskDetail(
        @JsonUnwrapped TaskHead task,
        String lineage,
        @Nullable Finding finding,
        SwarmEvent.@Nullable Culprit culprit,
        List<Step> timeline,
        List<DecisionMade> decisions,
        List<EvidenceItem> evidence,
        List<SwarmEvent.Suspicion> suspicions,
        @Nullable Claim claim,
        SwarmEvent.@Nullable Diff diff,
        Cost cost,
        @Nullable StopAsked stop,
        @Nullable Quote quote,
        @Nullable PullRequest pullRequest,
        @Nullable Failed failure,
        @Nullable Instant acceptedAt,
        @Nullable Instant swarmStartedAt,
        @Nullable Long reactionMillis) {

    public TaskDetail {
        timeline = List.copyOf(timeline);
        decisions = List.copyOf(decisions);
        evidence = List.copyOf(evidence);
        suspicions = List.copyOf(suspicions);
    }

    /** Where the change may weaken the checks it was proven with (VER-3). */
    public List<SwarmEvent.Suspicion> weakened() {
        return suspicions.stream().filter(SwarmEvent.Suspicion::weakensChecks).toList();
    }

    /** Why nobody but its author vouches for the change where the policy requires a second agent's review (VER-5). */
    public List<SwarmEvent.Suspicion> unreviewed() {
        return suspicions.stream().filter(SwarmEvent.Suspicion::lacksReview).toList();
    }

    /** Text from outside that speaks to agents: the task is trusted less (DEV-5). */
    public List<SwarmEvent.Suspicion> orders() {
        return suspicions.stream().filter(SwarmEvent.Suspicion::speaksToAgents).toList();
    }

    /** What is to be mended. */
    public record Finding(
            String id,
            @Nullable String job,
            @Nullable String step,
            @Nullable String revision,
            @Nullable String branch,
            @Nullable String classification,
            @Nullable String reason,
            @Nullable String kind,
            @Nullable String test,
            @Nullable String error,
            List<String> excerpt,
            @Nullable String lastGood,
            int reports,
            @Nullable Instant failedAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolution) {}

    /** Something that happened. */
    public record Step(Instant at, String service, String type, String summary) {}

    /** Why something was done: the rule, what it looked at, and what was refused (WAKE-3). */
    public record DecisionMade(
            Instant at, String rule, String outcome, Map<String, String> inputs, List<Decision.Refused> refused) {}

    /** What an agent says of its own work; text from outside, and no proof (VER-5). */
    public record Claim(String by, String text) {}

    /**
     * A check the system ran itself (VER-5).
     *
     * @param step of the repository's pipeline; absent: the check of the failure
     * @param note what its reports say
     */
    public record EvidenceItem(
            String role,
            String grade,
            String revision,
            String command,
            String verdict,
            int exitCode,
            long durationMillis,
            Instant at,
            String tail,
            @Nullable String step,
            @Nullable String note) {}

    /**
     * The task's money over all attempts, in micro-dollars; minutes of CI for its branch come on top (BUD-9).
     *
     * @param ciMicros what those have cost
     */
    public record Cost(long reservedMicros, long spentMicros, long releasedMicros, long ciMinutes, long ciMicros) {}

    /** Who wanted the task ended, first, and why. */
    public record StopAsked(String by, String reason, Instant at) {}

    /**
     * What the newest attempt was quoted, and what it was expected to cost and take (BUD-7), in micro-dollars and milliseconds.
     *
     * @param quoteMicros the most it might spend
     * @param p50Micros what half of such attempts cost at most; absent with all that follows: too few of them have ended
     * @param basis which attempts those are, in words
     */
    public record Quote(
            long quoteMicros,
            @Nullable Long p50Micros,
            @Nullable Long p90Micros,
            @Nullable Long p50Millis,
            @Nullable Long p90Millis,
            @Nullable String basis) {}

    /** What is offered to people. */
    public record PullRequest(String id, String branch, String base, String head, boolean draft, String url) {}

    /** Why there is no fix. */
    public record Failed(String reason, String message) {}
}
