package dev.wakeful.bughunter.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How test tools name a failing test: one row per tool, matched from the start of the line (HUNT-2). Group {@code test} is the test,
 * group {@code error} its error where the same line has it.
 */
enum TestMark {
    SUREFIRE(
            "\\[ERROR\\]\\s+(?!Tests run:)(?<test>\\S.{0,250}?)(?:\\s+--)?\\s+Time elapsed: .{0,60}<<< (?:FAILURE|ERROR)!"),
    SUREFIRE_SUMMARY("\\[ERROR\\] {2,}(?<test>[A-Za-z_][\\w.$]*\\.[\\w$]+):\\d+(?:->\\S+)?\\s+(?<error>\\S.*)"),
    GRADLE("(?<test>[^\\s>].{0,200}? > .{1,200}?) FAILED\\s*$"),
    JUNIT_CONSOLE("\\s*JUnit (?:Jupiter|Vintage|Platform Suite):(?<test>\\S.*)"),
    TAP("\\s*not ok \\d+(?!.*# (?:TODO|SKIP))(?:\\s*-)?\\s+(?<test>\\S.*)"),
    PYTEST("FAILED (?<test>\\S+::\\S.*?)(?: - (?<error>.*))?$"),
    JEST("\\s*● (?!Console|Test suite failed|Validation|Deprecation)(?<test>\\S.*)"),
    VITEST("\\s*FAIL\\s+(?<test>\\S+ > .+)"),
    NODE("\\s*✖ (?!failing tests)(?<test>\\S.*?)(?: \\([\\d.]+ms\\))?$"),
    MOCHA("\\s{2,12}1\\) (?<test>\\S.*?):?$"),
    GO("\\s*--- FAIL: (?<test>\\S+)"),
    CARGO("test (?<test>\\S.*?) \\.\\.\\. FAILED"),
    PHPUNIT("\\d+\\) (?<test>[\\w\\\\]+::\\S+)"),
    RSPEC("rspec \\./\\S+ # (?<test>\\S.*)"),
    DOTNET("\\s+Failed (?<test>\\S+) \\["),
    CTEST("\\s*\\d+ - (?<test>\\S+) \\(Failed\\)"),
    XCTEST("Test Case '(?<test>[^']+)' failed"),
    PLAIN("(?:FAIL|ERROR): (?<test>\\S.*)");

    private final Pattern pattern;

    TestMark(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Every line that names a failing test, in order. */
    static List<Mark> in(Log log) {
        return IntStream.range(0, log.lines().size())
                .mapToObj(line -> at(line, log.lines().get(line)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Mark> at(int index, String line) {
        for (TestMark mark : values()) {
            Matcher matcher = mark.pattern.matcher(line);
            if (matcher.lookingAt()) {
                return Optional.of(new Mark(index, matcher.group("test").strip(), error(matcher)));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String error(Matcher matcher) {
        return matcher.namedGroups().containsKey("error") ? matcher.group("error") : null;
    }
}
