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
                    percent + " % of a budget is in use, so its swarm stops, which is not critical",
                    "what is left is for critical fixes"));
        }
        return admitting.makesWay()
                ? Optional.of(ending(
                        admitting,
                        StopCause.CRISIS,
                        "MODE-4",
                        "something critical is red, so its swarm stops, which is not critical",
                        "the critical fix comes first"))
                : Optional.empty();
    }

    private static Ending ending(Admitting admitting, StopCause cause, String rule, String outcome, String against) {
        return new Ending(
                cause,
                new Decision(
                        rule,
                        outcome,
                        admitting.seen(),
                        List.of(
                                new Decision.Refused("let it finish", against),
                                new Decision.Refused(
                                        "drop the task", "the same attempt is made again when that is over"))));
    }
}
