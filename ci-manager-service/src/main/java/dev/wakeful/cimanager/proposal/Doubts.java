package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has to look at before anything else: lines that may weaken the checks the change was proven with (VER-3), that a required review
 * is missing, and what agents say themselves, which nobody has checked (VER-5).
 */
final class Doubts {

    private static final int MOST = 50;
    private static final int LONGEST_CLAIM = 3_000;

    private Doubts() {}

    /** Empty when there is nothing of both. */
    static String of(SwarmEvent.Completed completed) {
        List<Suspicion> all = completed.suspicions() == null ? List.of() : completed.suspicions();
        return unfenced(completed.sandbox())
                + weakened(all.stream().filter(Suspicion::weakensChecks).toList())
                + notReviewed(all.stream().filter(Suspicion::lacksReview).toList())
                + spokenTo(all.stream().filter(Suspicion::speaksToAgents).toList())
                + claimed(completed.claim());
    }

    /** Without a sandbox, what ran could reach all that Wakeful can (DEV-4). */
    private static String unfenced(@Nullable String sandbox) {
        return "none".equals(sandbox)
                ? "**No sandbox:** the repository's commands and the agents ran with all rights of Wakeful's own process "
                        + "(`wakeful.auto-dev.sandbox.kind=none`), so nothing kept them from the rest of that machine.\n\n"
                : "";
    }

    private static String weakened(List<Suspicion> suspicions) {
        return suspicions.isEmpty()
                ? ""
                : "## Needs a person: the checks may not show what this change does\n\n"
                        + "It was proven with checks that it may have weakened itself, or that do not notice what it does. "
                        + "Look at these lines before anything else.\n\n"
                        + places(suspicions);
    }

    /** The policy wants a second agent to accept the change, and none did. */
    private static String notReviewed(List<Suspicion> suspicions) {
        return suspicions.isEmpty()
                ? ""
                : "## Needs a person: no second agent accepts this change\n\n"
                        + "It is proven by the checks, and the review that the policy requires is missing or is an objection. "
                        + "Look at the change in its stead.\n\n"
                        + places(suspicions);
    }

    /** Somebody may have tried to steer an agent through what it reads (DEV-5). */
    private static String spokenTo(List<Suspicion> suspicions) {
        return suspicions.isEmpty()
                ? ""
                : "## Needs a person: text from outside speaks to agents\n\n"
                        + "Logs, commits or files that agents are shown have lines that read like orders to them. Look at the change "
                        + "with these lines in mind.\n\n"
                        + places(suspicions);
    }

    private static String places(List<Suspicion> suspicions) {
        String places = suspicions.stream().limit(MOST).map(Doubts::place).collect(Collectors.joining("\n"));
        String more = suspicions.size() <= MOST ? "" : "\nAnd " + (suspicions.size() - MOST) + " more places.\n";
        return places + more + "\n";
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
                : "## What agents say\n\nA claim; the evidence below is what the system saw itself.\n\n"
                        + Markdown.fenced("text", cut(claim)) + "\n";
    }

    private static String cut(String claim) {
        return claim.length() <= LONGEST_CLAIM ? claim : claim.substring(0, LONGEST_CLAIM) + "…";
    }
}
