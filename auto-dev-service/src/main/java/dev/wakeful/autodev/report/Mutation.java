package dev.wakeful.autodev.report;

import dev.wakeful.autodev.report.Mutant.Fate;
import java.util.List;

/**
 * How the tests fared against the mutants on touched lines (VER-3).
 *
 * @param unnoticed the first of those that survived or that no test runs
 */
public record Mutation(int noticed, int survived, int notCovered, List<Mutant> unnoticed) {

    private static final int MOST_KEPT = 200;

    public Mutation {
        unnoticed = List.copyOf(unnoticed);
    }

    public static Mutation of(List<Mutant> mutants) {
        return new Mutation(
                count(mutants, Fate.NOTICED),
                count(mutants, Fate.SURVIVED),
                count(mutants, Fate.NOT_COVERED),
                mutants.stream()
                        .filter(mutant -> mutant.fate() == Fate.SURVIVED || mutant.fate() == Fate.NOT_COVERED)
                        .limit(MOST_KEPT)
                        .toList());
    }

    private static int count(List<Mutant> mutants, Fate fate) {
        return Math.toIntExact(
                mutants.stream().filter(mutant -> mutant.fate() == fate).count());
    }

    /** Whether there was no mutant at all. */
    public boolean isEmpty() {
        return noticed + survived + notCovered == 0;
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "no mutant on the touched lines"
                : (noticed + survived + notCovered) + " mutants on touched lines: " + noticed + " noticed by a test, "
                        + survived + " by none, " + notCovered + " where no test runs";
    }
}
