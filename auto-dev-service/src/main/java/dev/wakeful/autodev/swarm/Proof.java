package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Verdict;
import java.util.Comparator;
import java.util.Optional;

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

        public boolean isGreen() {
            return evidence.verdict() == Verdict.GREEN;
        }

        private Attempt notGreen() {
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

    /** The check is green on it, and a step of the repository's pipeline is not (VER-1); why, as a person would say it. */
    record Refused(Candidate candidate, String why) implements Proof {}

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Proof {}

    /** Why it is not offered; nothing when it may be. */
    default Optional<Attempt> inVain() {
        return switch (this) {
            case Checked checked -> checked.isGreen() ? Optional.empty() : Optional.of(checked.notGreen());
            case Refused refused ->
                Optional.of(new Attempt(refused.candidate().strategy(), Result.NOT_GREEN, refused.why()));
            case Lost lost -> Optional.empty();
        };
    }
}
