package dev.wakeful.planner.backlog;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.planner.dispatch.WaitFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which events move a task and where to. Pure. Nothing moves when the event is late, repeated or about another swarm. */
final class Moves {

    /** How the ledger names the part of a day's money that needs no person (BUD-1). */
    private static final String AUTOMATIC_PART = "day-automatic:";

    /** What has a part that is kept back for emergencies, or pauses for others sooner than for them (BUD-1, BUD-5). */
    private static final List<String> WITH_RESERVE =
            List.of(AUTOMATIC_PART, "day:", "night:", "week:", "organisation:");

    /** How the ledger names the emergency stop where it refuses money for it (STOP-3). */
    private static final String STOP_SCOPE = "emergency-stop";

    /** A resume looks at the task at once; this is only for the case that nobody resumes. */
    private static final Duration LONGEST_STOP = Duration.ofHours(1);

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    /** No budget window is longer than a year; the ledger names a later time when no window will ever do. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

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
            if (denied.retryAt().isAfter(now.plus(LONGEST_WAIT))) {
                return parked(
                        "BUD-2",
                        "set aside for a person: it needs " + denied.amount() + ", and " + denied.scope()
                                + " never has that much. Raise that cap and re-run the failing job",
                        inputs,
                        new Decision.Refused("wait", "no budget window to come is large enough"));
            }
            if (task.takenFor() != Classification.REGRESSION) {
                return takenForSomethingElse(task.takenFor(), "the budget denied it, and it is no regression any more");
            }
            return postponed(denied, tries, inputs, now);
        });
    }

    /** An emergency stop ended the swarm, which is no attempt used up (STOP-3). */
    static Optional<Move> on(Task task, SwarmEvent.Stopped stopped, Instant now) {
        return task.runningWith(stopped.swarm()).map(running -> afterStop(running, stopped.reason(), now));
    }

    /** No money is set aside while the system is stopped. */
    static boolean isForStop(BudgetEvent.Denied denied) {
        return denied.scope().equals(STOP_SCOPE);
    }

    static Optional<Move> afterStop(Task task, BudgetEvent.Denied denied, Instant now) {
        return task.runningWith(denied.swarm())
                .map(running -> afterStop(running, "no money is set aside while the system is stopped", now));
    }

    private static Move afterStop(TaskState.Running running, String reason, Instant now) {
        Tries tries = running.tries().stopped();
        Map<String, String> inputs = Map.of(
                "swarm",
                running.swarm().value(),
                "reason",
                reason,
                "denials",
                tries.denials() + " of " + Tries.MOST_DENIALS);
        if (tries.denials() >= Tries.MOST_DENIALS) {
            return stoppedTooOften(tries, inputs);
        }
        return new Move(
                new TaskState.Postponed(now.plus(LONGEST_STOP), tries, WaitFor.RESUME),
                new Decision(
                        "STOP-3",
                        "its swarm was ended; the same attempt is made again after a person has resumed",
                        inputs,
                        List.of(
                                new Decision.Refused("start now", "nothing starts while the system is stopped"),
                                new Decision.Refused("count the attempt", "the system ended it itself"))));
    }

    static Move stoppedTooOften(Tries tries, Map<String, String> inputs) {
        return parked(
                "LIM-4",
                "set aside for a person: it was denied or stopped " + tries.denials()
                        + " times. Re-run the failing job",
                inputs,
                new Decision.Refused("wait once more", "no loop is unbounded (LIM-4)"));
    }

    private static Move postponed(BudgetEvent.Denied denied, Tries tries, Map<String, String> inputs, Instant now) {
        Instant soonest = now.plus(SHORTEST_WAIT);
        Instant until = denied.retryAt().isBefore(soonest) ? soonest : denied.retryAt();
        return new Move(
                new TaskState.Postponed(until, tries, WaitFor.BUDGET),
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

    static Move takenForSomethingElse(Classification classification, String reason) {
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

    /** Why the swarm of a task ends whose failure is over. */
    static Decision notWanted(FindingEvent.Resolved resolved) {
        return new Decision(
                "TRG-16",
                "the failure is over, so its swarm stops: " + resolved.reason(),
                Map.of("revision", resolved.revision().value()),
                List.of(new Decision.Refused(
                        "let it finish", "nobody needs what it would offer, and it spends money")));
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

    /** It failed on a branch that nobody asked to keep green. */
    static Move branchNotWatched(FindingEvent.Raised finding, WatchedRepository repository) {
        return parked(
                "JOB-3",
                "set aside for a person: it failed on " + finding.branch() + ", and of " + repository.name() + " only "
                        + repository.branch() + " is watched",
                Map.of("branch", finding.branch(), "watched", repository.branch()),
                new Decision.Refused("mend that branch", "whoever works on it is at it (TRG-14)"));
    }

    /** Nobody answered in time: no is safe, and a yes is never taken for granted (AUTH-10). */
    static Move expired(TaskState.AwaitingApproval awaiting) {
        return parked(
                "AUTH-10",
                "set aside for a person: nobody answered the question until "
                        + awaiting.question().expiresAt() + ". Re-run the failing job, so that it is asked again",
                Map.of("approval", awaiting.question().approval().value()),
                new Decision.Refused("start without an answer", "approvals never pass by time-out (AUTH-10)"));
    }

    /** Only reported (MODE-10). */
    static Move onlyReported(Decision why) {
        return new Move(new TaskState.Parked(), why);
    }

    /** Whether the part of the money that needs no person refused, of which emergencies have more (BUD-1, MODE-4). */
    static boolean mayUseReserve(Task task, BudgetEvent.Denied denied) {
        return WITH_RESERVE.stream().anyMatch(denied.scope()::startsWith)
                && task.takenFor() == Classification.REGRESSION
                && task.runningWith(denied.swarm())
                        .map(TaskState.Running::tries)
                        .filter(tries -> tries.funding() == Funding.AUTOMATIC)
                        .filter(tries -> tries.denials() + 1 < Tries.MOST_DENIALS)
                        .isPresent();
    }

    /** Whether the automatic part of the money refused, while a person could pay from theirs (BUD-1, BUD-7). */
    static boolean asksForApprovedMoney(Task task, BudgetEvent.Denied denied) {
        return denied.scope().startsWith(AUTOMATIC_PART)
                && task.takenFor() == Classification.REGRESSION
                && task.runningWith(denied.swarm())
                        .map(TaskState.Running::tries)
                        .filter(tries -> tries.approved().isEmpty() && tries.denials() + 1 < Tries.MOST_DENIALS)
                        .isPresent();
    }

    static Decision automaticMoneyUsedUp(BudgetEvent.Denied denied) {
        return new Decision(
                "BUD-7",
                "a person decides: it may cost " + denied.amount() + ", and " + denied.scope() + " has "
                        + denied.available() + " left. A yes is paid from the part of the day that people approve",
                Map.of(
                        "scope", denied.scope(),
                        "wanted", denied.amount().toString(),
                        "available", denied.available().toString()),
                List.of(
                        new Decision.Refused("start without a reservation", "money is reserved first (BUD-2)"),
                        new Decision.Refused("wait in silence", "people may pay from their part (BUD-1)")));
    }

    private static Move parked(String rule, String outcome, Map<String, String> inputs, Decision.Refused refused) {
        return new Move(new TaskState.Parked(), new Decision(rule, outcome, inputs, List.of(refused)));
    }
}
