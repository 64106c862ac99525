package dev.wakeful.bughunter.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How test tools count: one row per kind of line, matched from its start (HUNT-2). Groups {@code failed}, {@code errors}, {@code passed}
 * and {@code total} are numbers; {@code oneFailed} and {@code onePassed} are a test each.
 */
enum CountMark {
    SUREFIRE(
            "(?:\\[\\w+\\] )?Tests run: (?<total>\\d{1,7}), Failures: (?<failed>\\d{1,7}), Errors: (?<errors>\\d{1,7}), Skipped: \\d+$"),
    GRADLE("(?<total>\\d{1,7}) tests? completed, (?<failed>\\d{1,7}) failed"),
    JUNIT_FOUND("\\[\\s+(?<total>\\d{1,7}) tests found\\s+\\]"),
    JUNIT_FAILED("\\[\\s+(?<failed>\\d{1,7}) tests failed\\s+\\]"),
    PYTEST(
            "(?=.*(?:failed|passed|error))=*\\s*(?:(?<failed>\\d{1,7}) failed(?:, )?)?(?:(?<passed>\\d{1,7}) passed)?.{0,80}?(?:(?<errors>\\d{1,7}) errors?)? in [\\d.]+s"),
    JEST("Tests:\\s+(?:(?<failed>\\d{1,7}) failed, )?(?:\\d+ \\w+, ){0,3}?(?:\\d+ passed, )?(?<total>\\d{1,7}) total"),
    VITEST("\\s*Tests\\s+(?<failed>\\d{1,7}) failed.{0,60}\\((?<total>\\d{1,7})\\)"),
    MOCHA_PASSING("\\s+(?<passed>\\d{1,7}) passing\\b"),
    MOCHA_FAILING("\\s+(?<failed>\\d{1,7}) failing\\b"),
    NODE_TESTS("[ℹ#] tests (?<total>\\d{1,7})$"),
    NODE_FAIL("[ℹ#] fail (?<failed>\\d{1,7})$"),
    CARGO("test result: \\w+\\. (?<passed>\\d{1,7}) passed; (?<failed>\\d{1,7}) failed"),
    UNITTEST_RAN("Ran (?<total>\\d{1,7}) tests? in "),
    UNITTEST_FAILED("FAILED \\((?:failures=(?<failed>\\d{1,7}))?(?:, )?(?:errors=(?<errors>\\d{1,7}))?"),
    RSPEC("(?<total>\\d{1,7}) examples?, (?<failed>\\d{1,7}) failures?"),
    PHPUNIT(
            "Tests: (?<total>\\d{1,7}), Assertions: \\d+, (?:Errors: (?<errors>\\d{1,7}),? ?)?(?:Failures: (?<failed>\\d{1,7}))?"),
    DOTNET(
            "(?:Failed|Passed)!\\s+- Failed:\\s+(?<failed>\\d{1,7}), Passed:\\s+\\d+, Skipped:\\s+\\d+, Total:\\s+(?<total>\\d{1,7})"),
    CTEST("\\d+% tests passed, (?<failed>\\d{1,7}) tests? failed out of (?<total>\\d{1,7})"),
    TAP_PLAN("1\\.\\.(?<total>\\d{1,7})$"),
    TAP_FAILED("(?<oneFailed>not ok) \\d+(?!.*# (?:TODO|SKIP))"),
    TAP_PASSED("(?<onePassed>ok) \\d+"),
    GO_FAILED("(?<oneFailed>--- FAIL): "),
    GO_PASSED("(?<onePassed>--- PASS): ");

    private static final List<CountMark> ALL = List.of(values());

    private final Pattern pattern;

    CountMark(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The first row that fits the line. */
    static Optional<Matcher> at(String line) {
        return ALL.stream()
                .map(mark -> mark.pattern.matcher(line))
                .filter(Matcher::lookingAt)
                .findFirst();
    }
}
