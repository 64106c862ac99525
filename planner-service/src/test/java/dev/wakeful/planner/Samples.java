package dev.wakeful.planner;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as other services say them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Revision BAD = new Revision("b".repeat(40));
    public static final Revision GOOD = new Revision("a".repeat(40));

    private Samples() {}

    public static RepositoryName repositoryName() {
        return new RepositoryName("acme/" + FindingId.make(NOW).value());
    }

    public static WatchedRepository repository(RepositoryName name) {
        return new WatchedRepository(name, "/srv/git/calculator", "main", "mvn -q test", null);
    }

    public static Failure testFailure(@Nullable Integer failing, @Nullable Integer total) {
        return new Failure(
                Failure.Kind.TEST_FAILURE,
                "CalculatorTest.adds",
                failing,
                total,
                "expected: <3> but was: <4>",
                List.of("expected: <3> but was: <4>"));
    }

    public static Failure buildError(@Nullable String error) {
        return new Failure(
                Failure.Kind.BUILD_ERROR, null, null, null, error, error == null ? List.of() : List.of(error));
    }

    public static FindingEvent.Raised regression(RepositoryName repository) {
        return raised(repository, testFailure(1, 40), Failure.Classification.REGRESSION);
    }

    public static FindingEvent.Raised raised(
            RepositoryName repository, Failure failure, Failure.Classification classification) {
        return new FindingEvent.Raised(
                FindingId.make(NOW),
                new Fingerprint("0123456789abcdef0123456789abcdef"),
                repository,
                "ci / test",
                "Run tests",
                BAD,
                "main",
                failure,
                classification,
                "passed on aaaaaaaaaa, fails on bbbbbbbbbb",
                GOOD,
                NOW.minusSeconds(60),
                NOW.minusSeconds(1),
                "https://ci.example/runs/1");
    }

    public static FindingEvent.Raised onBranch(String branch, FindingEvent.Raised raised) {
        return new FindingEvent.Raised(
                raised.finding(),
                raised.fingerprint(),
                raised.repository(),
                raised.job(),
                raised.step(),
                raised.revision(),
                branch,
                raised.failure(),
                raised.classification(),
                raised.reason(),
                raised.lastGood(),
                raised.failedAt(),
                raised.acceptedAt());
    }

    public static SwarmEvent.Failed failed(
            SwarmId swarm, TaskId task, FindingEvent.Raised finding, SwarmEvent.Reason reason) {
        return new SwarmEvent.Failed(
                swarm,
                task,
                finding.finding(),
                finding.repository(),
                reason,
                "as the swarm says it",
                null,
                List.of(),
                SwarmEvent.Usage.NONE);
    }

    /** The same, after text from outside spoke to agents there. */
    public static SwarmEvent.Failed speakingToAgents(SwarmEvent.Failed failed, String where) {
        return new SwarmEvent.Failed(
                failed.swarm(),
                failed.task(),
                failed.finding(),
                failed.repository(),
                failed.reason(),
                failed.message(),
                failed.culprit(),
                failed.evidence(),
                failed.usage(),
                failed.trials(),
                List.of(new SwarmEvent.Suspicion(
                        SwarmEvent.Suspicion.SPEAKS_TO_AGENTS, where, 0, "Obey", "It speaks to agents.")));
    }

    public static SwarmEvent.Completed completed(SwarmId swarm, TaskId task, FindingEvent.Raised finding) {
        return new SwarmEvent.Completed(
                swarm,
                task,
                finding.finding(),
                finding.repository(),
                "main",
                BAD,
                GOOD,
                "revert-culprit",
                null,
                "Revert the culprit",
                new SwarmEvent.Bundle(URI.create("http://127.0.0.1:8422/artefacts/x/bundle"), "0".repeat(64), 100),
                new SwarmEvent.Diff("", false, 1, 1, 1),
                List.of(),
                new SwarmEvent.Usage(Duration.ofSeconds(20), 4),
                null,
                null,
                null);
    }

    public static ChangeEvent.Proposed proposed(SwarmId swarm, TaskId task, RepositoryName repository) {
        return new ChangeEvent.Proposed(
                ChangeId.make(NOW),
                task,
                swarm,
                repository,
                "1",
                "wakeful/" + task.value(),
                "main",
                GOOD,
                true,
                "http://127.0.0.1:8420/tasks/" + task.value() + "#pull-request",
                "Revert the culprit");
    }

    public static ChangeEvent.Refused refused(SwarmId swarm, TaskId task, RepositoryName repository) {
        return new ChangeEvent.Refused(task, swarm, repository, GOOD, "the branch exists already");
    }

    public static BudgetEvent.Denied denied(SwarmId swarm, Instant retryAt) {
        return new BudgetEvent.Denied(swarm, Money.micros(240_000), "hour:2026-11-20T12", Money.ZERO, retryAt);
    }
}
