package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Verdict;
import java.util.Comparator;

/** What became of a candidate that was to be proven. */
public sealed interface Proof {

    /**
     * The check ran on exactly the candidate.
     *
     * @param suspicions in how many places it may weaken the checks (VER-3)
     * @param lines how many lines it adds and removes
     */
    record Checked(Candidate candidate, Evidence evidence, int suspicions, int lines) implements Proof {

        /** The best is one that weakens nothing; of those, the smallest. */
        static final Comparator<Checked> BEST =
                Comparator.comparingInt(Checked::suspicions).thenComparingInt(Checked::lines);

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
                    "proven as well, with " + lines + " changed lines and " + suspicions
                            + " places that may weaken checks, against " + better.lines + " and " + better.suspicions
                            + " of " + better.candidate.strategy());
        }
    }

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Proof {}
}
