package dev.wakeful.cimanager.delivery;

import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.LineageId;
import dev.wakeful.service.Provenance;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes signed deliveries: recorded, understood and said in one transaction, once per delivery id (TRG-1, TRG-2). When it returns, the
 * delivery is durable; when it throws, nothing of it is here.
 */
@Component
public class Reception {

    private static final int SECONDS = 2;
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private final Deliveries deliveries;
    private final WatchedRepositories repositories;
    private final Builds builds;
    private final CausedJobs causedJobs;
    private final Pushes pushes;
    private final TransactionTemplate transaction;

    Reception(
            Deliveries deliveries,
            WatchedRepositories repositories,
            Builds builds,
            CausedJobs causedJobs,
            Pushes pushes,
            PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.repositories = repositories;
        this.builds = builds;
        this.causedJobs = causedJobs;
        this.pushes = pushes;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
    }

    /** What the sender is told. */
    public record Answer(Verdict verdict, @Nullable String reason) {}

    public Answer take(Delivery delivery) {
        Understood understood = GitHubNormaliser.understand(delivery);
        LineageId lineage = LineageId.make(delivery.receivedAt());
        return new Provenance(lineage, null)
                .call(() -> patiently(() -> transaction.execute(status -> takeOnce(delivery, understood, lineage))));
    }

    /**
     * A pooled connection may have died unnoticed, and some senders never come again: what fails at once is tried on another connection.
     * Whatever the first try left is found by the second.
     */
    private static Answer patiently(Supplier<Answer> taking) {
        long start = System.nanoTime();
        while (true) {
            try {
                return taking.get();
            } catch (DataAccessResourceFailureException | TransactionSystemException broken) {
                if (System.nanoTime() - start > AT_ONCE.toNanos()) {
                    throw broken;
                }
            }
        }
    }

    private Answer takeOnce(Delivery delivery, Understood understood, LineageId lineage) {
        Deliveries.Outcome outcome = outcome(understood);
        if (!deliveries.record(delivery, outcome, lineage)) {
            return new Answer(
                    outcome.verdict() == Verdict.MALFORMED ? Verdict.MALFORMED : Verdict.DUPLICATE, outcome.reason());
        }
        if (understood instanceof Understood.Report report) {
            say(report, outcome.verdict(), delivery);
        }
        if (understood instanceof Understood.OwnJob job) {
            causedJobs.say(job, lineage, delivery.receivedAt());
        }
        if (understood instanceof Understood.Push push && outcome.verdict() == Verdict.ACCEPTED) {
            pushes.say(push);
        }
        return new Answer(outcome.verdict(), outcome.reason());
    }

    private void say(Understood.Report report, Verdict verdict, Delivery delivery) {
        if (verdict == Verdict.UNMATCHED) {
            builds.sayUnmatched(report, delivery);
        } else {
            builds.say(report, delivery.receivedAt());
        }
    }

    private Deliveries.Outcome outcome(Understood understood) {
        return switch (understood) {
            case Understood.Report report ->
                repositories.isUnknownUntilCommit(report.repository())
                        ? new Deliveries.Outcome(
                                Verdict.UNMATCHED, "nobody watches the repository", report.repository())
                        : new Deliveries.Outcome(Verdict.ACCEPTED, null, report.repository());
            case Understood.Push push ->
                pushes.against(push)
                        .map(why -> new Deliveries.Outcome(Verdict.IGNORED, why, push.repository()))
                        .orElseGet(() -> new Deliveries.Outcome(Verdict.ACCEPTED, null, push.repository()));
            case Understood.Ping ping -> new Deliveries.Outcome(Verdict.PONG, null, null);
            case Understood.Nothing nothing -> new Deliveries.Outcome(Verdict.IGNORED, nothing.reason(), null);
            case Understood.OwnBranch own ->
                new Deliveries.Outcome(Verdict.OWN_BRANCH, "the system made the branch " + own.branch(), null);
            case Understood.OwnJob own ->
                new Deliveries.Outcome(
                        Verdict.OWN_BRANCH, "the system made the branch " + own.branch(), own.repository());
            case Understood.Malformed malformed -> new Deliveries.Outcome(Verdict.MALFORMED, malformed.reason(), null);
        };
    }
}
