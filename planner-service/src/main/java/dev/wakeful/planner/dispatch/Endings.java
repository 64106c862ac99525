package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Which swarms at work have to end (BUD-5, MODE-4). Pure. Whatever has to end would not be let start either, so that nothing starts and is
 * stopped in a loop.
 */
final class Endings {

    private Endings() {}

    static Optional<Ending> judge(Admitting admitting) {
        if (admitting.isCritical()) {
            return Optional.empty();
        }
        int percent = admitting.standing().alert().percent();
        if (percent >= admitting.limits().stopPercent()) {
            return Optional.of(ending(
                    admitting,
                    StopCause.BUDGET,
                    "BUD-5",
                    percent + " % of a budget is in use, so swarms that are not critical stop",
                    "what is left is for critical fixes"));
        }
        return admitting.makesWay()
                ? Optional.of(ending(
                        admitting,
                        StopCause.CRISIS,
                        "MODE-4",
                        "it is a crisis with a critical failure, so swarms that are not critical stop",
                        "the critical fix comes first"))
                : Optional.empty();
    }

    private static Ending ending(Admitting admitting, StopCause cause, String rule, String why, String against) {
        return new Ending(
                cause,
                new Decision(
                        rule,
                        "its swarm is told to stop: " + why,
                        admitting.seen(),
                        List.of(
                                new Decision.Refused("let it finish", against),
                                new Decision.Refused(
                                        "drop the task", "the same attempt is made again when that is over"))));
    }
}
