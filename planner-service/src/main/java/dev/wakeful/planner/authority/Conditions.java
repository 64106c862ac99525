package dev.wakeful.planner.authority;

import dev.wakeful.events.Failure;
import dev.wakeful.events.Money;
import dev.wakeful.planner.authority.Condition.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The conditions of the rules. What a log does not tell is never a reason to ask a person: the swarm reproduces the failure in a sandbox
 * before anything is changed, and the decision says that it was unknown.
 */
final class Conditions {

    private static final String UNKNOWN = "unknown; the swarm reproduces it before anything is changed";
    private static final List<String> COMPILER_WORDS = List.of(
            "compilation",
            "could not compile",
            "failed to compile",
            "cannot find symbol",
            "error:",
            "error[",
            "error ts",
            "error cs",
            "undefined",
            "unresolved",
            "syntax",
            "indentationerror",
            "taberror",
            "parse error",
            "not found",
            "build failed",
            "setup failed",
            ".java:",
            ".kt:",
            ".go:",
            ".rs:",
            ".scala:");

    private Conditions() {}

    /** AUTH-1: it failed a short time ago. */
    static Answer failedRecently(Situation situation, Terms terms) {
        Duration age = Duration.between(situation.finding().failedAt(), situation.now());
        Duration limit = situation.limits().testFailure().within();
        return new Answer(
                age.compareTo(limit) <= 0, "failed", age.toMinutes() + " min ago (limit " + limit.toMinutes() + ")");
    }

    /** AUTH-1: it affects few of the tests. One failing test always does: it cannot be less. */
    static Answer fewTests(Situation situation, Terms terms) {
        Failure failure = situation.finding().failure();
        Integer failing = failure.failing();
        Integer total = failure.total();
        if (failing == null || (failing > 1 && total == null)) {
            return new Answer(true, "failing tests", UNKNOWN);
        }
        int percent = situation.limits().testFailure().underPercent();
        boolean met = failing <= 1 || (total != null && failing * 100L < total * (long) percent);
        String of = total == null ? "" : " of " + total;
        return new Answer(met, "failing tests", failing + of + " (limit: one, or under " + percent + " %)");
    }

    /** AUTH-2: a compiler or a parser says it. */
    static Answer compileClass(Situation situation, Terms terms) {
        Failure failure = situation.finding().failure();
        List<String> said = Stream.concat(Stream.ofNullable(failure.error()), failure.excerpt().stream())
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        if (said.isEmpty()) {
            return new Answer(true, "class of error", UNKNOWN);
        }
        boolean met = said.stream().anyMatch(line -> COMPILER_WORDS.stream().anyMatch(line::contains));
        return new Answer(met, "class of error", met ? "compile or syntax" : "neither compile nor syntax");
    }

    /** An attempt is expected to stay within the cap. */
    static Answer quoteWithinCap(Situation situation, Terms terms) {
        Money quote = situation.quote();
        return new Answer(quote.compareTo(terms.cap()) <= 0, "quote", quote + " (cap " + terms.cap() + ")");
    }
}
