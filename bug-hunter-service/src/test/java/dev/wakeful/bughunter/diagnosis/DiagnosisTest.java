package dev.wakeful.bughunter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Failure;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HUNT-2 */
class DiagnosisTest {

    /** A tool's log and what is to be read from it. */
    record Sample(
            String tool,
            String log,
            String test,
            @Nullable Integer failing,
            @Nullable Integer total,
            String error) {
        @Override
        public String toString() {
            return tool;
        }
    }

    static Stream<Sample> testLogs() {
        return Stream.of(
                new Sample(
                        "surefire 3",
                        """
                        [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.03 s <<< FAILURE! -- in acme.CalculatorTest
                        [ERROR] acme.CalculatorTest.adds(int, int)[2] -- Time elapsed: 0.004 s <<< FAILURE!
                        org.opentest4j.AssertionFailedError: expected: <3> but was: <4>
                        \tat acme.CalculatorTest.adds(CalculatorTest.java:12)

                        [ERROR] Failures:
                        [ERROR]   CalculatorTest.adds:12 expected: <3> but was: <4>
                        [ERROR] Tests run: 38, Failures: 1, Errors: 1, Skipped: 0
                        """,
                        "acme.CalculatorTest.adds(int, int)[2]",
                        2,
                        38,
                        "org.opentest4j.AssertionFailedError: expected: <3> but was: <4>"),
                new Sample("surefire summary only", """
                        [ERROR] Failures:
                        [ERROR]   CalculatorTest.adds:12->check:30 expected: <3> but was: <4>
                        [ERROR] Tests run: 5, Failures: 1, Errors: 0, Skipped: 0
                        """, "CalculatorTest.adds", 1, 5, "expected: <3> but was: <4>"),
                new Sample(
                        "two maven modules",
                        """
                        [INFO] Tests run: 60, Failures: 0, Errors: 0, Skipped: 0
                        [ERROR] adds(acme.CalculatorTest)  Time elapsed: 0.02 s  <<< ERROR!
                        java.lang.ArithmeticException: / by zero
                        [ERROR] Tests run: 40, Failures: 0, Errors: 1, Skipped: 0
                        """,
                        "adds(acme.CalculatorTest)",
                        1,
                        100,
                        "java.lang.ArithmeticException: / by zero"),
                new Sample(
                        "gradle",
                        """
                        > Task :test FAILED

                        acme.CalculatorTest > adds() FAILED
                            org.opentest4j.AssertionFailedError at CalculatorTest.java:12

                        38 tests completed, 2 failed
                        """,
                        "acme.CalculatorTest > adds()",
                        2,
                        38,
                        "org.opentest4j.AssertionFailedError at CalculatorTest.java:12"),
                new Sample("TAP", """
                        1..4
                        ok 1 - subtracts
                        not ok 2 - rounds # TODO later
                        not ok 3 - adds two numbers
                        # expected 3, got 4
                        ok 4 - divides
                        """, "adds two numbers", 1, 4, "# expected 3, got 4"),
                new Sample("pytest", """
                        E       assert 4 == 3
                        =========================== short test summary info ============================
                        FAILED tests/test_calculator.py::test_adds - assert 4 == 3
                        FAILED tests/test_calculator.py::test_sums - assert 9 == 8
                        ========================= 2 failed, 38 passed, 1 skipped in 0.12s =========================
                        """, "tests/test_calculator.py::test_adds", 2, 40, "assert 4 == 3"),
                new Sample("pytest with errors", """
                        FAILED tests/test_a.py::test_a - boom
                        1 failed, 8 passed, 1 error in 1.50s
                        """, "tests/test_a.py::test_a", 2, 10, "boom"),
                new Sample(
                        "unittest",
                        """
                        FAIL: test_adds (tests.test_calculator.TestCalculator.test_adds)
                        ----------------------------------------------------------------------
                        Traceback (most recent call last):
                        AssertionError: 4 != 3
                        Ran 5 tests in 0.001s
                        FAILED (failures=1, errors=1)
                        """,
                        "test_adds (tests.test_calculator.TestCalculator.test_adds)",
                        2,
                        5,
                        "AssertionError: 4 != 3"),
                new Sample("jest", """
                        FAIL src/calculator.test.js
                          ● Calculator › adds

                            expect(received).toBe(expected)

                            Expected: 3
                            Received: 4
                        Tests:       1 failed, 2 skipped, 37 passed, 40 total
                        """, "Calculator › adds", 1, 40, "expect(received).toBe(expected)"),
                new Sample(
                        "vitest",
                        """
                         FAIL  src/calculator.test.ts > Calculator > adds
                        AssertionError: expected 4 to be 3
                              Tests  1 failed | 39 passed (40)
                        """,
                        "src/calculator.test.ts > Calculator > adds",
                        1,
                        40,
                        "AssertionError: expected 4 to be 3"),
                new Sample("mocha", """
                          38 passing (12ms)
                          2 failing

                          1) Calculator adds:
                             AssertionError: expected 4 to equal 3
                        """, "Calculator adds", 2, 40, "AssertionError: expected 4 to equal 3"),
                new Sample("node:test", """
                        ✖ adds two numbers (1.2ms)
                          AssertionError [ERR_ASSERTION]: 4 !== 3
                        ℹ tests 40
                        ℹ pass 39
                        ℹ fail 1
                        """, "adds two numbers", 1, 40, "AssertionError [ERR_ASSERTION]: 4 !== 3"),
                new Sample("go", """
                        --- PASS: TestSubtracts (0.00s)
                        --- FAIL: TestAdds (0.00s)
                            calculator_test.go:12: got 4, want 3
                        FAIL
                        FAIL\tacme/calculator\t0.002s
                        """, "TestAdds", 1, 2, "calculator_test.go:12: got 4, want 3"),
                new Sample(
                        "cargo",
                        """
                        test calculator::subtracts ... ok
                        test calculator::adds ... FAILED
                        ---- calculator::adds stdout ----
                        thread 'calculator::adds' panicked at src/lib.rs:12:5:
                        assertion `left == right` failed
                        test result: FAILED. 38 passed; 2 failed; 0 ignored; 0 measured
                        """,
                        "calculator::adds",
                        2,
                        40,
                        "thread 'calculator::adds' panicked at src/lib.rs:12:5:"),
                new Sample(
                        "JUnit console",
                        """
                        Failures (1):
                          JUnit Jupiter:CalculatorTest:adds()
                            MethodSource [className = 'CalculatorTest', methodName = 'adds']
                            => org.opentest4j.AssertionFailedError: expected: <3> but was: <4>
                        [        40 tests found           ]
                        [        39 tests successful      ]
                        [         1 tests failed          ]
                        """,
                        "CalculatorTest:adds()",
                        1,
                        40,
                        "=> org.opentest4j.AssertionFailedError: expected: <3> but was: <4>"),
                new Sample("rspec", """
                        40 examples, 1 failure
                        rspec ./spec/calculator_spec.rb:3 # Calculator adds
                        """, "Calculator adds", 1, 40, "Calculator adds"),
                new Sample("dotnet", """
                          Failed Acme.CalculatorTests.Adds [12 ms]
                          Error Message:
                           Assert.Equal() Failure: Values differ
                        Failed!  - Failed:     1, Passed:    39, Skipped:     0, Total:    40, Duration: 9 ms
                        """, "Acme.CalculatorTests.Adds", 1, 40, "Assert.Equal() Failure: Values differ"),
                new Sample("ctest", """
                        90% tests passed, 1 tests failed out of 10
                        The following tests FAILED:
                        \t  3 - adds (Failed)
                        """, "adds", 1, 10, "The following tests FAILED:"),
                new Sample("a shell script", """
                        checking the calculator
                        FAIL: adds 2 and 1
                        expected 3, got 4
                        """, "adds 2 and 1", null, null, "expected 3, got 4"));
    }

    @ParameterizedTest
    @MethodSource("testLogs")
    void aTestToolsLogIsRead(Sample sample) {
        Failure failure =
                Diagnosis.of(Log.of(sample.log()), "ci / check", "Run checks").failure();

        assertThat(failure.kind()).isEqualTo(Failure.Kind.TEST_FAILURE);
        assertThat(failure.test()).isEqualTo(sample.test());
        assertThat(failure.failing()).isEqualTo(sample.failing());
        assertThat(failure.total()).isEqualTo(sample.total());
        assertThat(failure.error()).isEqualTo(sample.error());
        assertThat(failure.excerpt()).isNotEmpty();
    }

    /** AUTH-2 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ERROR] COMPILATION ERROR :",
                "[ERROR] /w/src/main/java/Calculator.java:[3,5] cannot find symbol",
                "src/Calculator.java:3: error: ';' expected",
                "src/calc.c:3:5: error: expected ';' before 'return'",
                "src/calc.cpp:1:10: fatal error: nope.h: No such file or directory",
                "calc.c:(.text+0x5): undefined reference to `add'",
                "src/calc.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
                "src/calc.ts:3:5 - error TS2322: Type 'string' is not assignable to type 'number'.",
                "SyntaxError: invalid syntax",
                "E   IndentationError: unexpected indent",
                "error[E0425]: cannot find value `x` in this scope",
                "error: could not compile `calc` (lib) due to 1 previous error",
                "./calc.go:3:5: undefined: add",
                "FAIL\tacme/calc [build failed]",
                "e: file:///w/src/Calculator.kt:3:5 Unresolved reference 'add'.",
                "Calculator.cs(3,5): error CS1002: ; expected",
                "PHP Parse error:  syntax error, unexpected token \"}\" in calc.php on line 3"
            })
    void whatACompilerOrParserSaysIsABuildError(String line) {
        Diagnosis diagnosis = Diagnosis.of(Log.of("starting\n" + line + "\ndone"), "ci / check", null);

        assertThat(diagnosis.failure().kind()).isEqualTo(Failure.Kind.BUILD_ERROR);
        assertThat(diagnosis.failure().error()).isNotNull();
        assertThat(diagnosis.codeNamed()).isTrue();
    }

    @Test
    void mavensBannerIsNotTheError() {
        String log = """
                [ERROR] COMPILATION ERROR :
                [INFO] -------------------------------------------------------------
                [ERROR] /w/src/main/java/Calculator.java:[3,5] cannot find symbol
                """;

        assertThat(Diagnosis.of(Log.of(log), "ci", null).failure().error())
                .isEqualTo("[ERROR] /w/src/main/java/Calculator.java:[3,5] cannot find symbol");
    }

    @Test
    void aTestThatTalksOfSyntaxIsStillATest() {
        String log = """
                  ● parser › refuses bad input
                    SyntaxError: Unexpected token
                """;

        assertThat(Diagnosis.of(Log.of(log), "ci", null).failure().kind()).isEqualTo(Failure.Kind.TEST_FAILURE);
    }

    @ParameterizedTest
    @CsvSource({
        "ci / build, Run, BUILD_ERROR",
        "ci, Compile sources, BUILD_ERROR",
        "ci / test, Run tests, TEST_FAILURE",
        "ci, , TEST_FAILURE"
    })
    void withoutALogTheNamesOfJobAndStepSpeak(String job, @Nullable String step, Failure.Kind kind) {
        Failure failure = Diagnosis.of(Log.of(null), job, step).failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.error()).isNull();
        assertThat(failure.excerpt()).isEmpty();
    }

    @Test
    void coloursTimeStampsAndControlCharactersAreNoPartOfALog() {
        String log =
                "2026-11-20T10:00:00.1234567Z \u001B[31m[ERROR]\u001B[0m   CalculatorTest.adds:12 boom\u0000\uD800\r\n";

        Failure failure = Diagnosis.of(Log.of(log), "ci", null).failure();

        assertThat(failure.test()).isEqualTo("CalculatorTest.adds");
        assertThat(failure.error()).isEqualTo("boom");
    }

    @Test
    void theExcerptIsBounded() {
        String log = ("FAIL: adds " + "x".repeat(2_000) + "\n").repeat(500);

        assertThat(Diagnosis.of(Log.of(log), "ci", null).failure().excerpt())
                .hasSize(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void theLastLinesAreTheExcerptWhenNothingStandsOut() {
        Failure failure = Diagnosis.of(Log.of("one\ntwo\n\nthree"), "ci", null).failure();

        assertThat(failure.excerpt()).containsExactly("one", "two", "three");
        assertThat(failure.error()).isEqualTo("three");
    }

    /** A log is hostile until read: each of these makes a careless expression backtrack without end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                " > ",
                "[ERROR] ",
                "1",
                " FAILED",
                ":1:1",
                "not ok 1 - ",
                "error ",
                "npm ",
                "/a",
                "\u001B[",
                "() "
            })
    void aHostileLogIsReadInLinearTime(String piece) {
        String line = piece.repeat(900_000 / piece.length());

        Failure inOneLine = Diagnosis.of(Log.of(line), "ci", null).failure();
        Failure inManyLines = Diagnosis.of(Log.of(line.replaceAll("(.{400})", "$1\n")), "ci", null)
                .failure();

        assertThat(inOneLine.excerpt()).hasSizeLessThanOrEqualTo(40);
        assertThat(inManyLines.excerpt()).hasSizeLessThanOrEqualTo(40);
    }
}
