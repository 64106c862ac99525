package dev.wakeful.planner.backlog;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.SwarmEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which events move a task and where to. Pure. Nothing moves when the event is late, repeated or about another swarm. */
final class Moves {

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    private Moves() {}

    /** A proven fix; only remembered, since the swarm told of it. */
    static Optional<TaskState> on(Task task, SwarmEvent.Completed completed) {
        return task.runningWith(completed.swarm())
                .map(running -> new TaskState.Proven(running.swarm(), running.tries()));
    }

    static Optional<Move> on(Task task, ChangeEvent.Proposed proposed) {
        return Optional.of(new Move(
                        new TaskState.Proposed(proposed.change(), proposed.url()),
                        new Decision(
                                "CHG-1",
                                "offered to people as " + (proposed.draft() ? "draft " : "") + "pull request "
                                        + proposed.pullRequest() + ": look at it and merge or close it",
                                Map.of("head", proposed.head().value(), "branch", proposed.branch()),
                                List.of(new Decision.Refused("merge it", "people merge (MODE-10, supervised)")))))
                .filter(move -> task.isServedBy(proposed.swarm()));
    }

    static Optional<Move> on(Task task, ChangeEvent.Refused refused) {
        return Optional.of(parked(
                        "CHG-1",
                        "the proven fix could not be offered: " + refused.reason()
                                + ". Put that right and re-run the failing job",
                        Map.of("swarm", refused.swarm().value()),
                        new Decision.Refused("another attempt", "the fix is proven; its offering is what failed")))
                .filter(move -> task.isServedBy(refused.swarm()));
    }

    static Optional<Move> on(Task task, BudgetEvent.Denied denied, Instant now) {
        return task.runningWith(denied.swarm()).map(running -> {
            Tries tries = running.tries().denied();
            Map<String, String> inputs = Map.of(
                    "scope", denied.scope(),
                    "wanted", denied.amount().toString(),
                    "available", denied.available().toString(),
                    "denials", tries.denials() + " of " + Tries.MOST_DENIALS);
            if (tries.denials() >= Tries.MOST_DENIALS) {
                return parked(
                        "LIM-4",
                        "set aside for a person: the budget denied it " + tries.denials() + " times. Raise the cap of "
                                + denied.scope() + " and re-run the failing job",
                        inputs,
                        new Decision.Refused("wait once more", "no loop is unbounded (LIM-4)"));
            }
            if (task.takenFor() != Classification.REGRESSION) {
                return takenForSomethingElse(task.takenFor(), "the budget denied it, and it is no regression any more");
            }
            return postponed(denied, tries, inputs, now);
        });
    }

    private static Move postponed(BudgetEvent.Denied denied, Tries tries, Map<String, String> inputs, Instant now) {
        Instant soonest = now.plus(SHORTEST_WAIT);
        Instant until = denied.retryAt().isBefore(soonest) ? soonest : denied.retryAt();
        return new Move(
                new TaskState.Postponed(until, tries),
                new Decision(
                        "BUD-2",
                        "waits until " + until + ": " + denied.scope() + " has " + denied.available() + " of the "
                                + denied.amount() + " it needs",
                        inputs,
                        List.of(
                                new Decision.Refused("start without a reservation", "money is reserved first (BUD-2)"),
                                new Decision.Refused("give up", "a new budget window comes by itself"))));
    }

    /** A task that has not started is not started any more; one that runs is let finish, and is not tried again. */
    static Optional<Move> on(Task task, FindingEvent.Reclassified reclassified) {
        if (reclassified.classification() == Classification.REGRESSION) {
            return Optional.empty();
        }
        return switch (task.state()) {
            case TaskState.Planned ignored -> parkedAs(reclassified);
            case TaskState.Postponed ignored -> parkedAs(reclassified);
            case TaskState.AwaitingApproval ignored -> parkedAs(reclassified);
            case TaskState.Running ignored -> Optional.empty();
            case TaskState.Proven ignored -> Optional.empty();
            case TaskState.Proposed ignored -> Optional.empty();
            case TaskState.Parked ignored -> Optional.empty();
            case TaskState.Closed ignored -> Optional.empty();
        };
    }

    private static Optional<Move> parkedAs(FindingEvent.Reclassified reclassified) {
        return Optional.of(takenForSomethingElse(reclassified.classification(), reclassified.reason()));
    }

    private static Move takenForSomethingElse(Classification classification, String reason) {
        return parked(
                "TRG-17",
                "set aside: it is taken for " + classification + " now: " + reason,
                Map.of("classification", classification.name()),
                new Decision.Refused("send a swarm", "nobody is paid to fix what is not a regression (TRG-17)"));
    }

    static Optional<Move> on(Task task, FindingEvent.Resolved resolved) {
        return task.state() instanceof TaskState.Closed
                ? Optional.empty()
                : Optional.of(new Move(
                        new TaskState.Closed(),
                        new Decision(
                                "TRG-16",
                                "nothing is left to do: " + resolved.reason(),
                                Map.of("revision", resolved.revision().value()),
                                List.of(new Decision.Refused("keep it open", "the failure is over")))));
    }

    /** Nobody watches its repository, or nobody does any more. */
    static Move repositoryUnknown(Task task) {
        return parked(
                "STATE-4",
                "set aside for a person: " + task.finding().repository()
                        + " is not watched. Add it with: wakeful repo add PATH --check COMMAND, then re-run the failing job",
                Map.of("repository", task.finding().repository().value()),
                new Decision.Refused("wait longer", "every wait has a deadline (STATE-4)"));
    }

    private static Move parked(String rule, String outcome, Map<String, String> inputs, Decision.Refused refused) {
        return new Move(new TaskState.Parked(), new Decision(rule, outcome, inputs, List.of(refused)));
    }
}
