package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has to look at before anything else: lines that may weaken the checks the change was proven with (VER-3), and what the agent
 * says itself, which nobody has checked (VER-5).
 */
final class Doubts {

    private static final int MOST = 50;
    private static final int LONGEST_CLAIM = 1_000;

    private Doubts() {}

    /** Empty when there is nothing of both. */
    static String of(SwarmEvent.Completed completed) {
        return weakened(completed.suspicions()) + claimed(completed.claim());
    }

    private static String weakened(@Nullable List<Suspicion> suspicions) {
        if (suspicions == null || suspicions.isEmpty()) {
            return "";
        }
        String places = suspicions.stream().limit(MOST).map(Doubts::place).collect(Collectors.joining("\n"));
        String more = suspicions.size() <= MOST ? "" : "\nAnd " + (suspicions.size() - MOST) + " more places.\n";
        return "## Needs a person: the checks may not show what this change does\n\n"
                + "It was proven with checks that it may have weakened itself, or that do not notice what it does. "
                + "Look at these lines before anything else.\n\n"
                + places + more + "\n";
    }

    private static String place(Suspicion suspicion) {
        String where = suspicion.path().isEmpty()
                ? ""
                : " in " + Markdown.inline(suspicion.path(), 200)
                        + (suspicion.line() > 0 ? ", line " + suspicion.line() : "");
        return "**" + Markdown.inline(suspicion.rule(), 60) + "**" + where + ": "
                + Markdown.inline(suspicion.why(), 300)
                + "\n"
                + (suspicion.text().isEmpty()
                        ? ""
                        : "\n" + Markdown.fenced("diff", Markdown.line(suspicion.text(), 400)));
    }

    private static String claimed(@Nullable String claim) {
        return claim == null || claim.isBlank()
                ? ""
                : "## What the agent says\n\nA claim; the evidence below is what the system saw itself.\n\n"
                        + Markdown.fenced("text", cut(claim)) + "\n";
    }

    private static String cut(String claim) {
        return claim.length() <= LONGEST_CLAIM ? claim : claim.substring(0, LONGEST_CLAIM) + "…";
    }
}
