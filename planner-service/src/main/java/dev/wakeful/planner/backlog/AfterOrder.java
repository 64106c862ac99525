package dev.wakeful.planner.backlog;

import dev.wakeful.events.Decision;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.planner.dispatch.StopCause;
import java.util.List;
import java.util.Map;

/** What follows when a swarm has stopped that was told to. Pure. It used up no attempt, unless it spent too fast (BUD-5, BUD-8, MODE-4). */
final class AfterOrder {

    private AfterOrder() {}

    /** @param attempts of one task, at most (TRG-16) */
    static Setback of(Task task, TaskState.Running running, StopCause cause, SwarmEvent.Stopped stopped, int attempts) {
        if (task.takenFor() != Classification.REGRESSION) {
            return new Setback.GiveUp(Moves.takenForSomethingElse(
                    task.takenFor(), "its swarm was stopped, and it is no regression any more"));
        }
        return switch (cause) {
            case BUDGET -> later("BUD-5", running.tries().stopped(), stopped);
            case CRISIS -> later("MODE-4", running.tries().stopped(), stopped);
            case RATE -> tooFast(running.tries(), stopped, attempts);
        };
    }

    private static Setback later(String rule, Tries tries, SwarmEvent.Stopped stopped) {
        Map<String, String> inputs = inputs(stopped, "denials", tries.denials() + " of " + Tries.MOST_DENIALS);
        if (tries.denials() >= Tries.MOST_DENIALS) {
            return new Setback.GiveUp(Moves.stoppedTooOften(tries, inputs));
        }
        return new Setback.Later(
                tries,
                new Decision(
                        rule,
                        "its swarm was stopped; the same attempt is made again when what it was stopped for is over",
                        inputs,
                        List.of(
                                new Decision.Refused("start now", "it would be stopped again"),
                                new Decision.Refused("count the attempt", "the system ended it itself"))));
    }

    private static Setback tooFast(Tries tries, SwarmEvent.Stopped stopped, int attempts) {
        Map<String, String> inputs = inputs(stopped, "attempt", tries.attempt() + " of " + attempts);
        if (tries.attempt() >= attempts) {
            return new Setback.GiveUp(new Move(
                    new TaskState.Parked(),
                    new Decision(
                            "BUD-8",
                            "set aside for a person: " + stopped.reason()
                                    + ". Mend it by hand, or re-run the failing job",
                            inputs,
                            List.of(new Decision.Refused("another attempt", "all attempts are used up (TRG-16)")))));
        }
        return new Setback.Ask(
                tries.again(),
                new Decision(
                        "BUD-8",
                        "a person decides about another attempt: " + stopped.reason(),
                        inputs,
                        List.of(
                                new Decision.Refused("try again without a person", "it may spend as fast again"),
                                new Decision.Refused("drop it", "a met trigger is never dropped (AUTH-11)"))));
    }

    private static Map<String, String> inputs(SwarmEvent.Stopped stopped, String name, String count) {
        return Map.of("swarm", stopped.swarm().value(), "reason", stopped.reason(), name, count);
    }
}
