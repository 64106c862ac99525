package dev.wakeful.autodev.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** VER-4: zero checks is not green, whichever tool says so; the outputs are those of the tools. */
class ZeroChecksTest {

    record Run(String tool, String output) {

        @Override
        public String toString() {
            return tool + ": " + output.lines().findFirst().orElse("");
        }

        List<String> lines() {
            return output.lines().toList();
        }
    }

    private static final String CARGO_NOTHING = """
                 Running unittests src/lib.rs (target/debug/deps/z-f2802f271b04a638)

            running 0 tests

            test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

               Doc-tests z

            running 0 tests

            test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
            """;

    private static final String NODE = """
            # tests %d
            # suites 0
            # pass %d
            # fail 0
            # cancelled 0
            # skipped %d
            # todo 0
            # duration_ms 167.980316
            """;

    static List<Run> nothing() {
        return List.of(
                new Run("pytest", "collected 0 items\n\n============ no tests ran in 0.92s ============\n"),
                new Run("pytest", "\nno tests ran in 0.93s\n"),
                new Run(
                        "pytest",
                        "collected 1 item / 1 deselected / 0 selected\n\n======= 1 deselected in 0.90s =======\n"),
                new Run("pytest", "======= 1 skipped in 0.88s =======\n"),
                new Run("pytest", "2 skipped, 1 warning in 0.12s\n"),
                new Run("unittest", "\n-----------------\nRan 0 tests in 0.000s\n\nOK\n"),
                new Run("unittest", "s\n-----------------\nRan 1 test in 0.000s\n\nOK (skipped=1)\n"),
                new Run("unittest", "-----------------\nRan 0 tests in 0.000s\n\nNO TESTS RAN\n"),
                new Run("Cargo", CARGO_NOTHING),
                new Run(
                        "Cargo",
                        "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s\n"),
                new Run(
                        "Go",
                        "?   \texample.org/shop\t[no test files]\n?   \texample.org/shop/cart\t[no test files]\n"),
                new Run(
                        "Go",
                        "testing: warning: no tests to run\nPASS\nok  \texample.org/shop\t0.002s [no tests to run]\n"),
                new Run("node", "TAP version 13\n1..0\n" + NODE.formatted(0, 0, 0)),
                new Run("node", "TAP version 13\n# Subtest: x\nok 1 - x # SKIP\n1..1\n" + NODE.formatted(1, 0, 1)),
                new Run("node", "ℹ tests 0\nℹ suites 0\nℹ pass 0\nℹ fail 0\n"),
                new Run("npm", "> test\n> echo \"Error: no test specified\"\n\nError: no test specified\n"),
                new Run("Jest or Vitest", "No tests found, exiting with code 0\n"),
                new Run(
                        "Jest or Vitest",
                        "Test Suites: 1 skipped, 0 of 1 total\nTests:       2 skipped, 2 total\nSnapshots:   0 total\n"),
                new Run("Jest or Vitest", "No test files found, exiting with code 0\n"),
                new Run("Jest or Vitest", " Test Files  1 skipped (1)\n      Tests  2 skipped (2)\n"),
                new Run("Mocha", "\n\n  0 passing (2ms)\n\n"),
                new Run("CTest", "Test project /tmp/b\nNo tests were found!!!\n"),
                new Run(
                        "GoogleTest",
                        "[==========] Running 0 tests from 0 test suites.\n[==========] 0 tests from 0 test suites ran. (0 ms total)\n[  PASSED  ] 0 tests.\n"),
                new Run("Meson", "ninja: no work to do.\nNo tests defined.\n"),
                new Run("Maven", "[INFO] --- surefire:3.5.2:test (default-test) @ shop ---\n[INFO] No tests to run.\n"),
                new Run("Maven", "[INFO] Tests are skipped.\n[INFO] BUILD SUCCESS\n"),
                new Run("Maven", "[WARNING] Tests run: 3, Failures: 0, Errors: 0, Skipped: 3\n"),
                new Run("Gradle", "> Task :testClasses UP-TO-DATE\n> Task :test NO-SOURCE\n\nBUILD SUCCESSFUL in 1s\n"),
                new Run("TAP", "1..0\n"));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void aRunOfNothingIsRecognisedInTheToolsOwnWords(Run run) {
        assertThat(ZeroChecks.in(run.lines()))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("no test was run, as " + run.tool() + " says: \"")
                        .doesNotContain("\n"));
    }

    static List<Run> something() {
        return List.of(
                new Run("pytest", "======= 1 passed in 0.89s =======\n"),
                new Run("pytest", "======= 2 passed, 1 skipped, 3 warnings in 0.89s =======\n"),
                new Run("pytest", "1 skipped, 1 xfailed in 0.89s\n"),
                new Run("unittest", "Ran 1 test in 0.000s\n\nOK\n"),
                new Run("unittest", "Ran 12 tests in 0.000s\n\nOK (skipped=1)\n"),
                new Run("unittest", "Ran 1 test in 0.000s\n\nOK (expected failures=1)\n"),
                new Run(
                        "Cargo says so of the documentation of a good run",
                        "test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n"
                                + CARGO_NOTHING),
                new Run(
                        "Cargo, tests of the documentation only",
                        CARGO_NOTHING
                                + "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.31s\n"),
                new Run("Go", "?   \texample.org/shop\t[no test files]\nok  \texample.org/shop/cart\t0.004s\n"),
                new Run("Go", "ok  \texample.org/a\t(cached)\nok  \texample.org/b\t0.002s [no tests to run]\n"),
                new Run("Go", "ok  \texample.org/a\t0.01s\tcoverage: 81.0% of statements\n?   \tb\t[no test files]\n"),
                new Run("node", NODE.formatted(3, 2, 1)),
                new Run("Jest", "Tests:       1 skipped, 2 passed, 3 total\n"),
                new Run("Vitest", "      Tests  3 passed | 1 skipped (4)\n"),
                new Run("Mocha beside a package without tests", "Error: no test specified\n\n  3 passing (12ms)\n"),
                new Run("CTest", "100% tests passed, 0 tests failed out of 1\n"),
                new Run("GoogleTest", "[  PASSED  ] 0 tests.\n[  PASSED  ] 12 tests.\n"),
                new Run(
                        "Maven, one module of two",
                        "[INFO] No tests to run.\n[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 0.1 s -- in a.BTest\n"),
                new Run("Gradle, one project of two", "> Task :docs:test NO-SOURCE\n> Task :shop:test\n"),
                new Run("TAP", "1..0 # Skipped\nok 1 - adds\n1..1\n"),
                new Run("two tools", "no tests ran in 0.01s\n" + NODE.formatted(1, 1, 0)),
                new Run("no tool at all", "all is well\n"),
                new Run("nothing at all", ""));
    }

    @ParameterizedTest
    @MethodSource("something")
    void whereATestWasRunOrNobodyKnowsNothingIsSaid(Run run) {
        assertThat(ZeroChecks.in(run.lines())).isEmpty();
    }

    /** What was left out may have been the tests. */
    @Test
    void anOutputThatWasCutIsNotJudged() {
        assertThat(ZeroChecks.in(List.of("no tests ran in 0.01s", "[the rest is left out]")))
                .isEmpty();
    }

    @Test
    void whatIsQuotedIsShortAndOnOneLine() {
        assertThat(ZeroChecks.in(List.of("x".repeat(500) + " no test specified"))
                        .orElseThrow())
                .hasSizeLessThan(200);
    }
}
