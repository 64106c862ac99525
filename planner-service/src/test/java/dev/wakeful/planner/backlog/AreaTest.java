package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Failure;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.planner.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIM-3: which part of a repository a failure is about. */
class AreaTest {

    @Test
    void aTestFailureIsAboutItsClass() {
        assertThat(area(Samples.testFailure(1, 40))).isEqualTo("ci / test CalculatorTest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing/src/main/Price.java:[3,5] cannot find symbol | ci / test billing",
                "error: src/calc.c:3:5: expected ; | ci / test src",
                "no file is named | ci / test",
                "see https://example.org/a/b.html | ci / test"
            })
    void aBuildErrorIsAboutTheTopDirectoryOfTheFirstFile(String error, String area) {
        assertThat(area(Samples.buildError(error))).isEqualTo(area);
    }

    @Test
    void itIsShortWhateverALogSays() {
        assertThat(area(Samples.buildError("x".repeat(5000) + "/y.c"))).hasSizeLessThanOrEqualTo(200);
    }

    private static String area(Failure failure) {
        return Area.of(Samples.raised(Samples.repositoryName(), failure, Classification.REGRESSION));
    }
}
