package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.pipeline.PipelineStep.Reports;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.report.Coverage;
import dev.wakeful.autodev.report.Problem;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.report.TestCounts;
import dev.wakeful.events.Evidence.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step's end and its reports mean (VER-4, VER-6). Pure.
 *
 * @param note what was seen, one sentence without its end
 */
record Judgement(Verdict verdict, String note) {

    private static final int MOST_NAMED = 5;

    /**
     * @param testsExpected whether a step that reports tests has to execute one
     * @param base what the same step said about the base; absent where it is not compared
     */
    static Judgement of(
            Reports reports, Ended ended, Reading reading, boolean testsExpected, Optional<StepResult> base) {
        if (ended.couldNotRun()) {
            return new Judgement(Verdict.BROKEN, "it could not be run (exit code " + ended.exitCode() + ")");
        }
        if (reading.problem() != null) {
            return new Judgement(Verdict.BROKEN, withoutEnd(reading.problem()));
        }
        if (ended.exitCode() != 0) {
            return new Judgement(Verdict.RED, exit(ended) + testsFailed(reading.tests()));
        }
        List<Judgement> parts = new ArrayList<>();
        if (!reports.junit().isEmpty()) {
            parts.add(tests(reading.tests(), testsExpected));
        }
        if (!reports.coverage().isEmpty()) {
            parts.add(coverage(
                    reading.coverage(), base.map(result -> result.reading().coverage()), base.isPresent()));
        }
        if (!reports.sarif().isEmpty()) {
            parts.add(findings(
                    reading.findings(), base.map(result -> result.reading().findings()), base.isPresent()));
        }
        return together(parts);
    }

    private static Judgement together(List<Judgement> parts) {
        Verdict verdict = parts.stream()
                .map(Judgement::verdict)
                .filter(each -> each != Verdict.GREEN)
                .findFirst()
                .orElse(Verdict.GREEN);
        String note = parts.stream().map(Judgement::note).collect(Collectors.joining("; "));
        return new Judgement(verdict, note.isEmpty() ? "it ended with 0" : note);
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String exit(Ended ended) {
        return ended.exitCode() == Ended.CUT
                ? "it was ended at its time limit"
                : "it ended with exit code " + ended.exitCode();
    }

    private static String testsFailed(@Nullable TestCounts tests) {
        return tests == null ? "" : "; " + said(tests);
    }

    private static String said(TestCounts tests) {
        return tests.executed() + " tests executed, " + tests.skipped() + " skipped, "
                + (tests.failed() == 0 ? "none failed" : tests.failed() + " failed: " + named(tests.failing()));
    }

    private static String named(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? ", …" : "");
    }

    /** Nothing that ran is nothing that is green (VER-4); an exit code of 0 does not outweigh a failed test. */
    private static Judgement tests(@Nullable TestCounts tests, boolean expected) {
        if (tests == null || tests.executed() == 0) {
            String note = tests == null
                    ? "no report of tests was written"
                    : "no test was executed, " + tests.skipped() + " were skipped";
            return new Judgement(expected ? Verdict.BROKEN : Verdict.GREEN, note);
        }
        return new Judgement(tests.failed() == 0 ? Verdict.GREEN : Verdict.RED, said(tests));
    }

    private static Judgement coverage(@Nullable Coverage head, Optional<Coverage> base, boolean compared) {
        if (head == null) {
            return new Judgement(compared ? Verdict.BROKEN : Verdict.GREEN, "no report of the coverage was written");
        }
        if (base.isEmpty()) {
            return new Judgement(
                    Verdict.GREEN,
                    "coverage " + head + (compared ? ", not compared since none was reported on the base" : ""));
        }
        return new Judgement(
                head.holdsAgainst(base.get()) ? Verdict.GREEN : Verdict.RED,
                "coverage " + head + ", on the base " + base.get());
    }

    private static Judgement findings(@Nullable List<Problem> head, Optional<List<Problem>> base, boolean compared) {
        if (head == null) {
            return new Judgement(compared ? Verdict.BROKEN : Verdict.GREEN, "no report of findings was written");
        }
        if (!compared) {
            return new Judgement(Verdict.GREEN, head.size() + " findings at error level");
        }
        if (base.isEmpty() && !head.isEmpty()) {
            return new Judgement(
                    Verdict.BROKEN,
                    head.size() + " findings at error level, and none was reported on the base to compare with");
        }
        List<Problem> fresh = without(head, base.orElse(List.of()));
        return fresh.isEmpty()
                ? new Judgement(Verdict.GREEN, "no new finding at error level, " + head.size() + " in all")
                : new Judgement(
                        Verdict.RED,
                        fresh.size() + " new findings at error level: "
                                + named(fresh.stream().map(Problem::toString).toList()));
    }

    private static List<Problem> without(List<Problem> head, List<Problem> base) {
        Map<String, Integer> known = new HashMap<>();
        base.forEach(problem -> known.merge(problem.identity(), 1, Integer::sum));
        return head.stream()
                .filter(problem -> known.merge(problem.identity(), -1, Integer::sum) < 0)
                .toList();
    }
}
