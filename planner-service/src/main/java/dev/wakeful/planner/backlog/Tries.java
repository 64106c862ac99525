package dev.wakeful.planner.backlog;

import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Money;
import java.util.Optional;

/**
 * How often a task was tried (LIM-4).
 *
 * @param attempt the attempt that runs, or that will be made next, from 1
 * @param denials how often the budget denied the task; a denial is no attempt, since nothing ran
 * @param approved what a person has said this attempt may cost (AUTH-10); nothing when none was asked
 * @param emergency this attempt is paid from the reserve for emergencies (MODE-4)
 */
record Tries(int attempt, int denials, Optional<Money> approved, boolean emergency) {

    Tries(int attempt, int denials, Optional<Money> approved) {
        this(attempt, denials, approved, false);
    }

    static final int MOST_DENIALS = 20;
    static final Tries FIRST = new Tries(1, 0, Optional.empty());

    /** A person's yes was for one attempt (AUTH-10). */
    Tries again() {
        return new Tries(attempt + 1, denials, Optional.empty());
    }

    Tries denied() {
        return new Tries(attempt, denials + 1, approved, emergency);
    }

    /** An emergency stop ended the attempt: it is made again, and counts as a denial does, since no loop is unbounded (LIM-4). */
    Tries stopped() {
        return denied();
    }

    Tries approved(Money quote) {
        return new Tries(attempt, denials, Optional.of(quote));
    }

    /** Nobody has said yes to more than the quote: the question is to be asked again. */
    Tries unapproved() {
        return new Tries(attempt, denials, Optional.empty());
    }

    /** From now on the reserve pays. */
    Tries fromReserve() {
        return new Tries(attempt, denials, Optional.empty(), true);
    }

    /** The reserve is for emergencies, and this is none any more. */
    Tries ordinary() {
        return new Tries(attempt, denials, approved, false);
    }

    /** Which part of the day's money pays (BUD-1). */
    Funding funding() {
        if (approved.isPresent()) {
            return Funding.APPROVED;
        }
        return emergency ? Funding.EMERGENCY : Funding.AUTOMATIC;
    }
}
