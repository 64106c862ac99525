package dev.wakeful.autodev.check;

import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Runs the check of a swarm on exact revisions. A verdict is committed as it is found and never asked for again, but for the failing revision, which
 * has to be red again before a change is offered.
 */
@Component
public class Checks {

    private static final int MOST_NAMED = 20;

    private final Commands commands;
    private final Verdicts verdicts;

    Checks(Commands commands, Verdicts verdicts) {
        this.commands = commands;
        this.verdicts = verdicts;
    }

    /**
     * The verdict on a revision, from now or from before a crash. The tree is made anew for it.
     *
     * @param wording turns "… is red" into what people following read
     */
    public Evidence check(
            Claim claim, Workspace workspace, Role role, Revision revision, UnaryOperator<String> wording) {
        return verdicts.of(claim.id(), revision).stream()
                .findFirst()
                .orElseGet(() -> run(claim, workspace, role, revision, 1, wording));
    }

    /**
     * What the check said about the failing revision each time, one run after the other, until it was red so many times or is not red any more
     * (VER-2). Runs that were made already count.
     */
    public List<Evidence> base(Claim claim, Workspace workspace, int times) {
        Revision base = claim.request().revision();
        List<Evidence> runs = new ArrayList<>(verdicts.of(claim.id(), base));
        while (runs.size() < times && runs.stream().allMatch(run -> run.verdict() == Verdict.RED)) {
            int n = runs.size() + 1;
            runs.add(run(claim, workspace, Role.BASE, base, n, said -> said + (n == 1 ? "" : ", run " + n)));
        }
        return List.copyOf(runs);
    }

    private Evidence run(
            Claim claim, Workspace workspace, Role role, Revision revision, int n, UnaryOperator<String> wording) {
        String line = claim.request().repository().check();
        workspace.standAt(revision);
        Commands.Run run = commands.run(claim, workspace, new Commands.Order(Kind.CHECK, line, revision));
        Evidence seen = unlessNothingRan(claim, run, evidence(role, revision, line, run.ended()));
        Evidence evidence =
                role == Role.HEAD ? unlessChanged(workspace, seen) : withWhatWasNotThere(workspace, role, seen);
        commands.settle(claim, run, () -> {
            verdicts.add(claim.id(), evidence, n);
            claim.progressed(n == 1 ? step(role) : "verifying", wording.apply(word(evidence)));
        });
        return evidence;
    }

    private static String step(Role role) {
        return switch (role) {
            case BASE -> "reproducing";
            case BISECTION -> "bisecting";
            case HEAD -> "verifying";
        };
    }

    private static String word(Evidence evidence) {
        return evidence.revision().abbreviated() + " is "
                + evidence.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Evidence evidence(Role role, Revision revision, String line, Ended ended) {
        return new Evidence(
                role,
                role == Role.HEAD ? Grade.GATED : Grade.OBSERVED,
                revision,
                line,
                verdict(ended),
                ended.exitCode(),
                ended.duration(),
                ended.startedAt(),
                ended.tail());
    }

    /** A check that checks nothing is not green (VER-4). */
    private Evidence unlessNothingRan(Claim claim, Commands.Run run, Evidence seen) {
        return seen.verdict() != Verdict.GREEN
                ? seen
                : ZeroChecks.in(commands.output(claim, run))
                        .map(why -> broken(seen, (seen.tail() + "\nNothing was checked: " + why + ".").strip()))
                        .orElse(seen);
    }

    /** A check that changes what it checks proves nothing about it (VER-4). */
    private static Evidence unlessChanged(Workspace workspace, Evidence seen) {
        String differences = workspace.differences(seen.revision());
        return differences.isEmpty()
                ? seen
                : broken(
                        seen,
                        "The check changed tracked files, so it proves nothing about the revision:\n"
                                + firstOf(differences.lines().toList()));
    }

    private static String firstOf(List<String> lines) {
        return lines.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"))
                + (lines.size() > MOST_NAMED ? "\nand " + (lines.size() - MOST_NAMED) + " more" : "");
    }

    /** Whoever reads that the failing revision is not green has to know what the tree could not hold. */
    private static Evidence withWhatWasNotThere(Workspace workspace, Role role, Evidence seen) {
        if (role != Role.BASE || seen.verdict() == Verdict.GREEN) {
            return seen;
        }
        String words = workspace.unfetched(seen.revision()).inWords();
        return words.isEmpty()
                ? seen
                : new Evidence(
                        seen.role(),
                        seen.grade(),
                        seen.revision(),
                        seen.command(),
                        seen.verdict(),
                        seen.exitCode(),
                        seen.duration(),
                        seen.at(),
                        seen.tail(),
                        null,
                        words);
    }

    private static Evidence broken(Evidence seen, String tail) {
        return new Evidence(
                seen.role(),
                seen.grade(),
                seen.revision(),
                seen.command(),
                Verdict.BROKEN,
                seen.exitCode(),
                seen.duration(),
                seen.at(),
                tail);
    }

    private static Verdict verdict(Ended ended) {
        if (ended.couldNotRun()) {
            return Verdict.BROKEN;
        }
        return ended.exitCode() == 0 ? Verdict.GREEN : Verdict.RED;
    }
}
