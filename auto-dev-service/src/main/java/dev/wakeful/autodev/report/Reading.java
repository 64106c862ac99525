package dev.wakeful.autodev.report;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step's reports say; what it has no reports of is absent.
 *
 * @param mutation of the mutation probe
 * @param problem why they cannot be used, one sentence; the step proves nothing then
 */
public record Reading(
        @Nullable TestCounts tests,
        @Nullable Coverage coverage,
        @Nullable List<Problem> findings,
        @Nullable String problem,
        @Nullable Mutation mutation) {

    public static final Reading NOTHING = new Reading(null, null, null, null);

    /** Patterns of the files to be read, by kind. */
    public record Wanted(List<String> junit, List<String> coverage, List<String> sarif) {}

    /** Of a step of the repository's own. */
    public Reading(
            @Nullable TestCounts tests,
            @Nullable Coverage coverage,
            @Nullable List<Problem> findings,
            @Nullable String problem) {
        this(tests, coverage, findings, problem, null);
    }

    public static Reading of(Mutation mutation) {
        return new Reading(null, null, null, null, mutation);
    }

    public Reading {
        findings = findings == null ? null : List.copyOf(findings);
    }

    public static Reading broken(String problem) {
        return new Reading(null, null, null, problem);
    }

    /** Reads all that is there. A kind that is wanted and has no file is absent. */
    public static Reading of(ReportFiles files, Wanted wanted) {
        try {
            return new Reading(
                    read(files, wanted.junit(), JUnitReport::read, TestCounts::plus),
                    read(files, wanted.coverage(), CoverageReport::read, Coverage::plus),
                    read(files, wanted.sarif(), SarifReport::read, Reading::both),
                    null);
        } catch (UnreadableReport e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private static <T> @Nullable T read(
            ReportFiles files, List<String> patterns, Function<ReportFiles.Content, T> reader, BinaryOperator<T> sum) {
        return files.matching(patterns).stream()
                .map(files::read)
                .map(reader)
                .reduce(sum)
                .orElse(null);
    }

    private static List<Problem> both(List<Problem> one, List<Problem> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}
