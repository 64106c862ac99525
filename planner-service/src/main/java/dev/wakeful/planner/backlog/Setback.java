package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.planner.dispatch.Offer;
import dev.wakeful.planner.dispatch.StopCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows when the swarm of a task ended without a fix. Pure. */
sealed interface Setback {

    /** Causes that a second attempt may not meet again. */
    Set<SwarmEvent.Reason> PASSING = Set.of(SwarmEvent.Reason.ENVIRONMENT, SwarmEvent.Reason.TIME_LIMIT);

    /** Another attempt is made. */
    record TryAgain(Tries tries, String because) implements Setback {}

    /** Another attempt needs a person's yes (AUTH-10, AUTH-11). */
    record Ask(Tries tries, Decision why) implements Setback {}

    /** A person gets the task. */
    record GiveUp(Move move) implements Setback {}

    /** The same attempt is made again when what stands against it is over. */
    record Later(Tries tries, Decision why) implements Setback {}

    /** Nothing when the swarm is not the one that runs for the task: what it says is out of date. */
    static Optional<Setback> of(Task task, SwarmEvent.Failed failed, Offer offer) {
        return task.runningWith(failed.swarm()).map(running -> {
            String against = againstAnotherAttempt(task, failed, running.tries(), offer);
            return against.isEmpty()
                    ? again(task, failed, running, offer)
                    : new GiveUp(giveUp(failed, running.tries(), offer, against));
        });
    }

    private static Setback again(Task task, SwarmEvent.Failed failed, TaskState.Running running, Offer offer) {
        Tries tries = running.tries();
        Money needed = offer.forAttempts(tries.attempt() + 1);
        String met = "attempt " + tries.attempt() + " met " + failed.reason() + ": " + failed.message();
        if (running.stopping().filter(StopCause.RATE::equals).isPresent()) {
            return ask(failed, tries, met + ". It spent too fast (BUD-8)");
        }
        if (tries.approved().isPresent()) {
            return ask(failed, tries, met + ". The yes was for one attempt");
        }
        if (needed.compareTo(task.terms().cap()) > 0) {
            return ask(
                    failed,
                    tries,
                    met + ". Attempts may cost " + needed + ", the cap is "
                            + task.terms().cap());
        }
        return new TryAgain(tries.again(), met);
    }

    private static Setback ask(SwarmEvent.Failed failed, Tries tries, String because) {
        return new Ask(
                tries.again(),
                new Decision(
                        "AUTH-11",
                        "a person decides about another attempt: " + because,
                        Map.of(
                                "swarm",
                                failed.swarm().value(),
                                "reason",
                                failed.reason().name()),
                        List.of(
                                new Decision.Refused("try again without a person", "nobody said yes to that"),
                                new Decision.Refused("drop it", "a met trigger is never dropped (AUTH-11)"))));
    }

    private static String againstAnotherAttempt(Task task, SwarmEvent.Failed failed, Tries tries, Offer offer) {
        if (!PASSING.contains(failed.reason())) {
            return "it would end the same way: " + failed.reason();
        }
        if (tries.attempt() >= offer.attempts()) {
            return tries.attempt() + " of " + offer.attempts() + " attempts are used up (TRG-16)";
        }
        if (task.takenFor() != Failure.Classification.REGRESSION) {
            return "the failure is taken for " + task.takenFor() + " now (TRG-17)";
        }
        return "";
    }

    private static Move giveUp(SwarmEvent.Failed failed, Tries tries, Offer offer, String against) {
        return new Move(
                new TaskState.Parked(),
                new Decision(
                        failed.reason() == SwarmEvent.Reason.NOT_REPRODUCED ? "TRG-17" : "TRG-16",
                        "set aside for a person: " + Reasons.inWords(failed),
                        Map.of(
                                "swarm", failed.swarm().value(),
                                "reason", failed.reason().name(),
                                "message", failed.message(),
                                "attempt", tries.attempt() + " of " + offer.attempts()),
                        List.of(new Decision.Refused("another attempt", against))));
    }
}
