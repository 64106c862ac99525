package dev.wakeful.planner.backlog;

/**
 * How often a task was tried (LIM-4).
 *
 * @param attempt the attempt that runs, or that will be made next, from 1
 * @param denials how often the budget denied the task; a denial is no attempt, since nothing ran
 */
record Tries(int attempt, int denials) {

    /** TRG-16: then a person gets a good brief. */
    static final int MOST_ATTEMPTS = 2;

    static final int MOST_DENIALS = 20;
    static final Tries FIRST = new Tries(1, 0);

    Tries again() {
        return new Tries(attempt + 1, denials);
    }

    Tries denied() {
        return new Tries(attempt, denials + 1);
    }
}
