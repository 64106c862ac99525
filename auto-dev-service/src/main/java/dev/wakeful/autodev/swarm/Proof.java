package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Verdict;

/** What became of a candidate that was to be proven. */
public sealed interface Proof {

    /**
     * The check ran on exactly the candidate.
     *
     * @param lines how many lines it adds and removes
     */
    record Checked(Candidate candidate, Evidence evidence, int lines) implements Proof {

        boolean isGreen() {
            return evidence.verdict() == Verdict.GREEN;
        }

        Attempt notGreen() {
            return new Attempt(
                    candidate.strategy(),
                    Result.NOT_GREEN,
                    "the check is not green on the result "
                            + candidate.head().abbreviated() + " (exit code " + evidence.exitCode() + "): "
                            + evidence.tail().substring(evidence.tail().lastIndexOf('\n') + 1));
        }

        Attempt outdoneBy(Checked better) {
            return new Attempt(
                    candidate.strategy(),
                    Result.OUTDONE,
                    "proven as well, with " + lines + " changed lines against " + better.lines + " of "
                            + better.candidate.strategy());
        }
    }

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Proof {}
}
