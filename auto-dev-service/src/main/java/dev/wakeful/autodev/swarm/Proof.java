package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.SwarmEvent.Reason;
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

    /**
     * The check is green on it, and is not red any more on the failing revision: what is green by itself proves nothing about a change (VER-2).
     *
     * @param again what the check said about the failing revision this time
     * @param reds how often it was red there before
     */
    record Doubtful(Candidate candidate, Evidence again, int reds) implements Proof {

        Reason reason() {
            return again.verdict() == Verdict.GREEN ? Reason.NOT_REPRODUCED : Reason.CHECK_BROKEN;
        }

        String why() {
            String where = "The check '" + again.command() + "' was red on the failing revision "
                    + again.revision().abbreviated() + (reds == 1 ? "" : " " + reds + " times");
            String result = " on the change of " + candidate.strategy() + ", "
                    + candidate.head().abbreviated() + ", proves nothing and it is not offered. ";
            return again.verdict() == Verdict.GREEN
                    ? where + ", and green when it was run there again without any change: it is flaky, so its green"
                            + result + "Mend or quarantine the flaky test; the change is kept as a patch."
                    : where + ", and could not be run there again (exit code " + again.exitCode() + "), so its green"
                            + result + "Look at what the check needs, and report the failure again.";
        }
    }

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Proof {}

    /** Why it is not offered; nothing when it may be. */
    default Optional<Attempt> inVain() {
        return switch (this) {
            case Checked checked -> checked.isGreen() ? Optional.empty() : Optional.of(checked.notGreen());
            case Refused refused ->
                Optional.of(new Attempt(refused.candidate().strategy(), Result.NOT_GREEN, refused.why()));
            case Doubtful doubtful -> Optional.empty();
            case Lost lost -> Optional.empty();
        };
    }
}
