package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.SampleRepository;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Proven changes as auto-dev tells of them. */
final class Completions {

    static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private Completions() {}

    static SwarmEvent.Completed of(
            TaskId task, RepositoryName repository, SampleRepository.Change change, SwarmEvent.Bundle bundle) {
        return new SwarmEvent.Completed(
                SwarmId.make(Instant.now()),
                task,
                FindingId.make(Instant.now()),
                repository,
                "main",
                change.base(),
                change.head(),
                "revert-culprit",
                new SwarmEvent.Culprit(change.base(), "Ada", "Break it"),
                "Revert \"Break it\"",
                bundle,
                new SwarmEvent.Diff("-bad\n+good\n", false, 1, 1, 1),
                List.of(
                        evidence(Evidence.Role.BASE, change.base(), Evidence.Verdict.RED, 1),
                        evidence(Evidence.Role.HEAD, change.head(), Evidence.Verdict.GREEN, 0)),
                new SwarmEvent.Usage(Duration.ofSeconds(30), 7),
                null,
                null,
                null);
    }

    /** The same, from an agent that weakened what it was checked with. */
    static SwarmEvent.Completed doubtful(SwarmEvent.Completed like, SwarmEvent.Suspicion suspicion, String claim) {
        Evidence tests = new Evidence(
                Evidence.Role.HEAD,
                Evidence.Grade.GATED,
                like.head(),
                "mvn -B verify",
                Evidence.Verdict.GREEN,
                0,
                Duration.ofMillis(2500),
                AT,
                "",
                "tests",
                "12 tests executed | none failed");
        return new SwarmEvent.Completed(
                like.swarm(),
                like.task(),
                like.finding(),
                like.repository(),
                like.branch(),
                like.base(),
                like.head(),
                "claude",
                like.culprit(),
                like.title(),
                like.bundle(),
                like.diff(),
                Stream.concat(like.evidence().stream(), Stream.of(tests)).toList(),
                like.usage(),
                List.of(suspicion),
                claim,
                null);
    }

    static SwarmEvent.Completed inSandbox(SwarmEvent.Completed like, String sandbox) {
        return new SwarmEvent.Completed(
                like.swarm(),
                like.task(),
                like.finding(),
                like.repository(),
                like.branch(),
                like.base(),
                like.head(),
                like.strategy(),
                like.culprit(),
                like.title(),
                like.bundle(),
                like.diff(),
                like.evidence(),
                like.usage(),
                like.suspicions(),
                like.claim(),
                like.epoch(),
                like.trials(),
                sandbox);
    }

    private static Evidence evidence(Evidence.Role role, Revision revision, Evidence.Verdict verdict, int exit) {
        return new Evidence(
                role,
                Evidence.Grade.GATED,
                revision,
                "mvn -q test",
                verdict,
                exit,
                Duration.ofMillis(1500),
                AT,
                "the tail of " + role);
    }
}
