package dev.wakeful.events;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens while a swarm works. Key: the swarm. */
public sealed interface SwarmEvent extends Event {

    SwarmId swarm();

    TaskId task();

    @Override
    default String key() {
        return swarm().value();
    }

    /** The swarm's first process runs; {@code startedAt} is that process's own start time. */
    @WireName("swarm.started.v1")
    record Started(SwarmId swarm, TaskId task, RepositoryName repository, Instant acceptedAt, Instant startedAt)
            implements SwarmEvent {}

    /**
     * A step was reached, for people to follow.
     *
     * @param agents how many agents' processes run now, of all swarms on all instances, told when one starts (LIM-1, STOP-2); absent: not counted
     * @param permission what an agent asks a person, or what became of that question (AUTH-9, AUTH-10); absent: none of it
     */
    @WireName("swarm.progressed.v1")
    record Progressed(
            SwarmId swarm,
            TaskId task,
            String step,
            String message,
            @Nullable Integer agents,
            @Nullable Permission permission)
            implements SwarmEvent {

        /** A step, and nothing besides. */
        public Progressed(SwarmId swarm, TaskId task, String step, String message) {
            this(swarm, task, step, message, null, null);
        }
    }

    /**
     * A question of a working agent to a person: whether it may make one call of a tool. It is answered with {@code task.approved} or
     * {@code task.denied} that name the swarm, and its quote is what the swarm already has, so a yes costs nothing more.
     *
     * @param agent as the operator calls it
     * @param tool the class of the call by the policy's names, for example {@code delete} or {@code fetch}
     * @param what the call in the agent's words; text from outside, data only
     * @param call exactly what would be done: the call with its whole input as JSON; text from outside, data only
     * @param why the rule by which a person is asked, one sentence
     */
    record Permission(
            TaskEvent.Question question,
            RepositoryName repository,
            String agent,
            String tool,
            String what,
            String call,
            String why,
            PermissionState state) {}

    /** What became of an agent's question; all but the first are final. */
    enum PermissionState {
        /** It waits for a person. */
        ASKED,
        /** A person said yes, and the agent was told. */
        ALLOWED,
        /** A person said no, and the agent was told. */
        REFUSED,
        /** Nobody answered in time: the agent was refused (AUTH-10). */
        EXPIRED,
        /** The agent, or its swarm, ended before it was answered. */
        WITHDRAWN
    }

    /**
     * A fix was made and proven: red on the base, green on the head, same check (VER-2).
     *
     * @param base the failing revision the fix stands on
     * @param head the exact revision that was proven
     * @param strategy how it was made, for example {@code revert-culprit}
     * @param culprit the commit that brought the failure, where one was found
     * @param suspicions where the change may weaken the checks it was proven with, so that a person decides (VER-3); absent: not looked for
     * @param claim what the agent itself says it did; nobody has checked it, text from outside, data only (VER-5)
     * @param epoch in which the swarm was begun; a stop since then refuses its effects, whenever this is heard (STOP-3); absent: not told
     * @param trials the strategies that were meant to be run, in that order, and what came of those that were (LEARN-1); absent: not told
     * @param sandbox in which the repository's commands and the agents ran: {@code bubblewrap}, {@code container} or {@code none} (DEV-4);
     *     absent: not told
     */
    @WireName("swarm.completed.v1")
    record Completed(
            SwarmId swarm,
            TaskId task,
            FindingId finding,
            RepositoryName repository,
            String branch,
            Revision base,
            Revision head,
            String strategy,
            @Nullable Culprit culprit,
            String title,
            Bundle bundle,
            Diff diff,
            List<Evidence> evidence,
            Usage usage,
            @Nullable List<Suspicion> suspicions,
            @Nullable String claim,
            @Nullable Long epoch,
            @Nullable List<Trial> trials,
            @Nullable String sandbox)
            implements SwarmEvent {
        public Completed {
            evidence = List.copyOf(evidence);
            suspicions = suspicions == null ? null : List.copyOf(suspicions);
            trials = trials == null ? null : List.copyOf(trials);
        }

        /** Without a word of what was tried. */
        public Completed(
                SwarmId swarm,
                TaskId task,
                FindingId finding,
                RepositoryName repository,
                String branch,
                Revision base,
                Revision head,
                String strategy,
                @Nullable Culprit culprit,
                String title,
                Bundle bundle,
                Diff diff,
                List<Evidence> evidence,
                Usage usage,
                @Nullable List<Suspicion> suspicions,
                @Nullable String claim,
                @Nullable Long epoch) {
            this(
                    swarm,
                    task,
                    finding,
                    repository,
                    branch,
                    base,
                    head,
                    strategy,
                    culprit,
                    title,
                    bundle,
                    diff,
                    evidence,
                    usage,
                    suspicions,
                    claim,
                    epoch,
                    null,
                    null);
        }
    }

    /**
     * One strategy that was meant to be run for a swarm, and what came of it (LEARN-1).
     *
     * @param strategy as the operator calls it, for example {@code revert-culprit}, or the name of an agent
     * @param agent the kind of agent behind it, for example {@code codex}; absent: none
     * @param model as its provider calls it; absent: none, or not known
     * @param proven whether the system saw the checks green on what it made
     * @param took from its begin to its end; absent: it was not run, for one before it was proven
     */
    record Trial(
            String strategy,
            @Nullable String agent,
            @Nullable String model,
            boolean proven,
            @Nullable Duration took) {}

    /**
     * No proven fix; terminal for this swarm, with a reason a person understands.
     *
     * @param trials the strategies that were meant to be run, in that order, and what came of those that were (LEARN-1); absent: not told
     * @param suspicions text from outside that reads like an order to an agent, which the task met on its way (DEV-5); absent: not looked for
     */
    @WireName("swarm.failed.v1")
    record Failed(
            SwarmId swarm,
            TaskId task,
            FindingId finding,
            RepositoryName repository,
            Reason reason,
            String message,
            @Nullable Culprit culprit,
            List<Evidence> evidence,
            Usage usage,
            @Nullable List<Trial> trials,
            @Nullable List<Suspicion> suspicions)
            implements SwarmEvent {
        public Failed {
            evidence = List.copyOf(evidence);
            trials = trials == null ? null : List.copyOf(trials);
            suspicions = suspicions == null ? null : List.copyOf(suspicions);
        }

        /** Without a word of what was tried. */
        public Failed(
                SwarmId swarm,
                TaskId task,
                FindingId finding,
                RepositoryName repository,
                Reason reason,
                String message,
                @Nullable Culprit culprit,
                List<Evidence> evidence,
                Usage usage) {
            this(swarm, task, finding, repository, reason, message, culprit, evidence, usage, null, null);
        }
    }

    /** The system itself ended the swarm before it was done, for a reason that is not its own; its task may be given another one. */
    @WireName("swarm.stopped.v1")
    record Stopped(SwarmId swarm, TaskId task, FindingId finding, RepositoryName repository, String reason, Usage usage)
            implements SwarmEvent {}

    /**
     * What became of the files a swarm works on, or how large they are now (DEV-10).
     *
     * @param bytes on the disk now, without what it shares with the watched repository
     * @param files how many
     * @param artefactBytes of its logs, bundle and patches, which outlive the workspace
     * @param reason why it is so, or why a removal that was asked for was refused; one sentence
     * @param until when it is removed, if it is kept for a person; absent: not kept
     */
    @WireName("swarm.workspace-changed.v1")
    record WorkspaceChanged(
            SwarmId swarm,
            TaskId task,
            RepositoryName repository,
            WorkspaceState state,
            long bytes,
            long files,
            long artefactBytes,
            String reason,
            @Nullable Instant until)
            implements SwarmEvent {}

    /** Where a workspace stands between its first file and its last. */
    enum WorkspaceState {
        /** In use by its swarm, which has not ended: never removed. */
        CUT,
        /** The swarm has ended; it stays a while for a person to look at. */
        KEPT,
        /** To be removed; nobody needs it. */
        MARKED,
        /** Its files are gone. */
        REMOVED
    }

    /** Why a swarm ended without a fix. */
    enum Reason {
        /** The check is green on the failing revision: flaky, or fixed already. */
        NOT_REPRODUCED,
        /** The check could not be run at all. */
        CHECK_BROKEN,
        /** The repository, or the revision in it, is not there any more. */
        REPOSITORY_GONE,
        /** No revision in reach is green. */
        NO_GOOD_REVISION,
        /** The culprit is known and its revert does not apply. */
        REVERT_CONFLICTS,
        /** Every strategy was tried and none passed the check. */
        NOT_FIXED,
        /** The swarm's time limit was reached. */
        TIME_LIMIT,
        /** The machine could not do it: disk, permissions, tools. */
        ENVIRONMENT
    }

    /** The commit that turned the check red, found by bisection (HUNT-3). */
    record Culprit(Revision revision, String author, String subject) {}

    /** A Git bundle with the proven head, fetched by address and checked against its digest. */
    record Bundle(URI address, String sha256, long bytes) {}

    /** The change as text, cut after 64 KiB; text from outside, data only. */
    record Diff(String text, boolean truncated, int files, int added, int removed) {}

    /**
     * Why a person has to look: a place where a change may weaken checks (VER-3), text that speaks to agents (DEV-5), or a required review that is missing.
     *
     * @param rule which rule it hit, for example {@code test-removed}
     * @param line in the new file for what was added, in the old one for what was removed; 0: the file as a whole
     * @param text the line, after {@code +} or {@code -}; text from outside, data only
     * @param why what is the matter, one sentence
     */
    record Suspicion(String rule, String path, int line, String text, String why) {

        /** The rule for text from outside that reads like an order to an agent (DEV-5). */
        public static final String SPEAKS_TO_AGENTS = "speaks-to-agents";

        /** The rule for a change of which the policy wants a second agent's review, and there is none; why tells the reason. */
        public static final String NOT_REVIEWED = "not-reviewed";

        /** The rule for a change that the second agent objects to where the policy wants it to accept; the text is what it says, a claim (VER-5). */
        public static final String REVIEW_OBJECTS = "review-objects";

        /** Whether a required review is missing, or is an objection. */
        public boolean lacksReview() {
            return rule.equals(NOT_REVIEWED) || rule.equals(REVIEW_OBJECTS);
        }

        /** Whether the change itself may weaken its checks, or is not noticed by them (VER-3). */
        public boolean weakensChecks() {
            return !speaksToAgents() && !lacksReview();
        }

        /** Whether somebody outside speaks to agents here; the path is then where that stands. */
        public boolean speaksToAgents() {
            return rule.equals(SPEAKS_TO_AGENTS);
        }
    }

    /** What the swarm used, for the ledger to price. */
    record Usage(Duration machineTime, int processes) {
        public static final Usage NONE = new Usage(Duration.ZERO, 0);
    }
}
