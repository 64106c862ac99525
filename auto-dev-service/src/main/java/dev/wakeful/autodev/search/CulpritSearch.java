package dev.wakeful.autodev.search;

import dev.wakeful.autodev.check.Checks;
import dev.wakeful.autodev.check.Verdicts;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Diagnosis;
import dev.wakeful.autodev.swarm.Found;
import dev.wakeful.autodev.workspace.CommitInfo;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Culprit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Finds the commit that turned the check red, among the last 1,024 before the failing revision (HUNT-3). */
@Component
public class CulpritSearch {

    private static final int REACH = 1024;

    private final Checks checks;
    private final Verdicts verdicts;

    CulpritSearch(Checks checks, Verdicts verdicts) {
        this.checks = checks;
        this.verdicts = verdicts;
    }

    public Found search(Claim claim, Workspace workspace) {
        Range range = range(claim, workspace);
        while (true) {
            switch (range.bisection().next()) {
                case Bisection.Probe probe -> probe(claim, workspace, range, probe);
                case Bisection.Culprit culprit -> {
                    return new Found.TheCulprit(diagnosis(workspace, range, culprit));
                }
                case Bisection.NothingGreen nothing -> {
                    Revision oldest = range.history().getLast();
                    return new Found.NothingGreen(
                            range.checked(), workspace.revisions().isCutAt(oldest) ? oldest : null);
                }
            }
        }
    }

    private Range range(Claim claim, Workspace workspace) {
        workspace.revisions().require(claim.request().revision());
        List<Revision> history = workspace.revisions().history(claim.request().revision(), REACH + 1);
        Map<Integer, Verdict> seen = new HashMap<>();
        for (Evidence evidence : verdicts.of(claim.id())) {
            int number = history.indexOf(evidence.revision());
            if (number >= 0) {
                seen.put(number, evidence.verdict());
            }
        }
        Revision lastGood = claim.request().lastGood();
        int claimed = lastGood == null ? -1 : history.indexOf(lastGood);
        return new Range(history, claimed > 0 ? OptionalInt.of(claimed) : OptionalInt.empty(), seen);
    }

    private void probe(Claim claim, Workspace workspace, Range range, Bisection.Probe probe) {
        int done = range.checked();
        Evidence evidence = checks.check(
                claim,
                workspace,
                Role.BISECTION,
                range.history().get(probe.revision()),
                verdict -> (done + 1) + " of ~" + (done + probe.remaining()) + ": " + verdict);
        range.seen().put(probe.revision(), evidence.verdict());
    }

    private static Diagnosis diagnosis(Workspace workspace, Range range, Bisection.Culprit found) {
        Revision revision = range.history().get(found.revision());
        CommitInfo commit = workspace.revisions().describe(revision);
        return new Diagnosis(
                new Culprit(revision, commit.author(), commit.subject()),
                range.history().get(found.green()),
                found.exact());
    }

    /** The revisions in reach, newest first, and what is known of them. */
    private record Range(List<Revision> history, OptionalInt claimedGreen, Map<Integer, Verdict> seen) {

        Bisection bisection() {
            return new Bisection(history.size(), claimedGreen, seen);
        }

        /** How many were checked beside the failing one. */
        int checked() {
            return (int) seen.keySet().stream().filter(number -> number > 0).count();
        }
    }
}
