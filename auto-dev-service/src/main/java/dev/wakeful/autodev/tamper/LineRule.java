package dev.wakeful.autodev.tamper;

import static dev.wakeful.autodev.tamper.FileKind.BUILD;
import static dev.wakeful.autodev.tamper.FileKind.CI;
import static dev.wakeful.autodev.tamper.FileKind.RUNNER;
import static dev.wakeful.autodev.tamper.FileKind.RUNNER_SETTINGS;
import static dev.wakeful.autodev.tamper.FileKind.SCRIPT;
import static dev.wakeful.autodev.tamper.FileKind.TEST;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line that weakens checks when it is added, or when it is removed.
 *
 * @param kinds in which files; none: in all
 * @param view whether comments are looked at too
 */
record LineRule(String id, Set<FileKind> kinds, When when, View view, Pattern line, String why) {

    /** Which side of the change it is about. */
    enum When {
        ADDED,
        REMOVED
    }

    /** What of the text it is about. */
    enum View {
        CODE,
        COMMENTS_TOO
    }

    static final List<LineRule> ALL = List.of(
            added(
                    "tests-excluded",
                    Set.of(BUILD, SCRIPT, CI),
                    "<skip(?:Tests|ITs)?>\\s*(?:true|\\$)|maven\\.test\\.skip|-DskipTests|-DskipITs|skip\\.tests|<testFailureIgnore>\\s*true|<excludes?>|<excludedGroups>|<groups>"
                            + "|(?<![\\w-])-x\\s+:?\\w*[tT]est|\\bexclude(?:TestsMatching|Tags|Categories|Module)?\\b\\s*[(\\s'\"]|ignoreFailures\\s*=?\\s*true"
                            + "|[tT]est\\w*[^\\n]*\\.?enabled\\s*=\\s*false|onlyIf\\s*\\{\\s*false"
                            + "|(?:test|module|coverage)PathIgnorePatterns|\"?testMatch\"?\\s*:|--passWithNoTests|passWithNoTests|--testPathIgnore|--exclude\\b|\"?exclude\"?\\s*:"
                            + "|--ignore(?:-glob)?[= ]|--deselect|-k\\s*[\"']?not |-m\\s*[\"']?not |collect_ignore|norecursedirs|--no-run\\b"
                            + "|(?:^|\\s)test\\s*=\\s*false|autotests\\s*=\\s*false|--skip\\b|go test[^\\n]*\\s-(?:short|skip|run)\\b|BUILD_TESTING[= ]+(?:OFF|0)|DISABLED\\s+(?:TRUE|ON|1)|ctest[^\\n]*\\s-E\\s"
                            + "|<phase>\\s*none\\s*<|^harness\\s*=\\s*false|^exclude\\s*=|\\b(?:test|grep)(?:Ignore|Invert)\\b|\\bexcludeSpecPattern\\b|WILL_FAIL\\s+(?:TRUE|ON|1)|ctest[^\\n]*\\s(?:-LE|--label-exclude|--exclude-regex)\\s",
                    "Tests or modules may not run any more."),
            added(
                    "tests-narrowed",
                    Set.of(BUILD, SCRIPT, CI, RUNNER_SETTINGS),
                    // Maven and Gradle
                    "<test>[^<]*\\S|<include>[^<]*(?:Test|IT\\b|Spec)|<includesFile>|-D(?:it\\.)?test=|\\binclude(?:Test(?:sMatching)?|Tags|Categories|Engines)\\b|\\binclude\\s*\\(?\\s*['\"][^'\"]*(?:Test|Spec|IT)\\b[^'\"]*['\"]|\\s--tests\\b"
                            // pytest
                            + "|\\b(?:addopts|pytest|py\\.test)\\b[^\\n]*[\\s\"'=\\[]-[km](?![\\w-])|^[\"']-[km](?![\\w-])|^(?:testpaths|python_(?:files|classes|functions))\\s*="
                            // JavaScript
                            + "|\\btestRegex\\b|\\btestNamePattern\\b|--testPathPatterns?\\b|\\b(?:jest|vitest)\\b[^\\n]*\\s(?:-t|-o|--onlyChanged|--changed|--related|--findRelatedTests|--shard)\\b|--test-(?:name-pattern|only|skip-pattern)\\b"
                            + "|\\b(?:mocha|playwright)\\b[^\\n]*\\s(?:-g|-f|--f?grep)\\b|^[\"']?(?:f?grep|spec|specPattern)[\"']?\\s*:|\\binclude\\s*:\\s*\\[[^\\]]*(?:test|spec)"
                            // Cargo, CTest
                            + "|\\bcargo (?:nextest run|test)\\b[^\\n]*\\s(?:--lib|--bins?|--doc|--test|--package|-p|-E)\\b|\\bdefault-filter\\s*=|\\bbats\\b[^\\n]*\\s(?:-f|--filter(?:-tags)?)\\b|\\bctest\\b[^\\n]*\\s(?:-R|-L|-I|--tests-regex|--label-regex)\\b",
                    "Only some of the tests run."),
            added(
                    "runner-changed",
                    Set.of(TEST, RUNNER),
                    // pytest
                    "\\bdef\\s+pytest_(?!addoption|report_header|terminal_summary)\\w+|\\bitems\\s*(?:\\[:\\]\\s*=|\\.(?:clear|remove|pop)\\()|\\bdel\\s+items\\b|\\bexitstatus\\s*=(?!=)|\\.outcome\\s*=(?!=)|\\.force_result\\("
                            // JavaScript, Java, Go, Rust
                            + "|\\b(?:global|globalThis|window)\\.(?:x?it|test|describe|expect)\\s*=(?!=)|\\bimplements\\s[^{]*\\b(?:ExecutionCondition|InvocationInterceptor|\\w*ExecutionExceptionHandler|PostDiscoveryFilter|IAnnotationTransformer|IHookable|IMethodInterceptor)\\b"
                            + "|^func\\s+TestMain\\s*\\(|^#!\\[(?:test_runner|feature\\(custom_test_frameworks)",
                    "It decides for all tests whether they run and what counts as a failure."),
            removed(
                    "module-removed",
                    Set.of(BUILD),
                    "<module>[^<]+</module>|\\bincludeBuild\\b\\s*\\(?['\"]|\\badd_test\\s*\\(|enable_testing\\s*\\(|add_subdirectory\\s*\\(|maven-(?:surefire|failsafe)-plugin|jacoco-maven-plugin|<goal>(?:check|verify|integration-test)</goal>"
                            + "|\\[\\[test\\]\\]|gtest_discover_tests|useJUnitPlatform|finalizedBy|check\\.dependsOn",
                    "What it names is built, tested or measured no more."),
            removed(
                    "check-command-changed",
                    Set.of(BUILD),
                    "(?:^|[{,]\\s*)\"(?:pre|post)?(?:test|lint|check|verify|ci|coverage|typecheck|type-check|audit|e2e)[\\w:.-]*\"\\s*:|^(?:commands|addopts|testpaths|python_files|python_functions)\\s*="
                            + "|^(?:test|check|lint|verify|ci|integration|coverage|e2e)[\\w.-]*\\s*::?(?!=)",
                    "What runs as the project's check is another from now on."),
            added(
                    "failure-ignored",
                    Set.of(BUILD, SCRIPT, CI, TEST),
                    "\\|\\|\\s*(?:true|:|exit\\s+0|echo\\b)|;\\s*true\\s*[\"']?$|^exit\\s+0\\b|^set\\s+\\+\\w*e|^\\s*-@|^@-|continue-on-error\\s*:\\s*true|allow_failure\\s*:\\s*true"
                            + "|continueOnError\\s*:\\s*true|failOnError\\s*=?\\s*>?\\s*false|<failOn\\w*>\\s*(?:false|never)|<failsOnError>\\s*false|<haltOn\\w*>\\s*false|failOnViolation>?\\s*=?\\s*false|--no-fail|\\.NOTPARALLEL_IGNORE|^\\.IGNORE\\b|--keep-going",
                    "A failure may not be noticed any more."),
            added(
                    "retries-added",
                    Set.of(BUILD, SCRIPT, CI, TEST),
                    "rerunFailingTestsCount|@(?:RetryingTest|RepeatedIfExceptionsTest|Flaky|Retry)\\b|--reruns?\\b|\\bflaky\\s*[(=]|jest\\.retryTimes|this\\.retries\\(|\\bretries\\s*[:=]\\s*[1-9]|--retries?\\b|flaky_test_attempts|--repeat\\s+until-pass|--rerun-fails|@pytest\\.mark\\.flaky",
                    "What fails now and then passes more easily."),
            added(
                            "tests-narrowed",
                            Set.of(),
                            "(?<![\\w$])(?:it|test|describe|context|suite|specify)\\.only\\b|(?<![\\w.$])f(?:it|describe|context)\\s*\\(|^//go:build\\s+ignore|^#!\\[cfg\\(any\\(\\)\\)\\]|^// \\+build ignore",
                            "Only some of the tests run.")
                    .inComments(),
            added(
                            "suppression-added",
                            Set.of(),
                            "eslint-disable|@ts-(?:ignore|nocheck|expect-error)|biome-ignore|oxlint-disable|#\\s*noqa|#\\s*type:\\s*ignore|pylint:\\s*disable|#\\s*nosec|//\\s*nolint|\\bNOLINT|NOSONAR|nosemgrep"
                                    + "|#!?\\[allow\\(|@SuppressWarnings|@SuppressFBWarnings|CHECKSTYLE[.:\\s]*OFF|rubocop:disable|shellcheck\\s+disable|hadolint\\s+ignore|#pragma\\s+(?:GCC|clang)\\s+diagnostic\\s+ignored",
                            "A linter or compiler keeps silent here from now on.")
                    .inComments(),
            added(
                            "coverage-excluded",
                            Set.of(),
                            "pragma:\\s*no\\s*cover|(?:istanbul|c8|v8|node:coverage)\\s+(?:ignore|disable)|LCOV_EXCL|GCOVR_EXCL|@(?:\\w+\\.)?Generated\\b|ExcludeFromCodeCoverage|#\\[(?:cfg_attr\\([^)]*,\\s*)?(?:no_coverage|coverage\\(off\\))|grcov-excl",
                            "Code is left out of the coverage.")
                    .inComments());

    private static LineRule added(String id, Set<FileKind> kinds, String line, String why) {
        return new LineRule(id, kinds, When.ADDED, View.CODE, Pattern.compile(line), why);
    }

    private static LineRule removed(String id, Set<FileKind> kinds, String line, String why) {
        return new LineRule(id, kinds, When.REMOVED, View.CODE, Pattern.compile(line), why);
    }

    private LineRule inComments() {
        return new LineRule(id, kinds, when, View.COMMENTS_TOO, line, why);
    }

    boolean isFor(Set<FileKind> of) {
        return kinds.isEmpty() || kinds.stream().anyMatch(of::contains);
    }
}
