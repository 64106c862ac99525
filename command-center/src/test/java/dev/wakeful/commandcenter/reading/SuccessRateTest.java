package dev.wakeful.commandcenter.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LEARN-1: success with its uncertainty; quantiles of the Beta distribution from a table of it. */
class SuccessRateTest {

    @ParameterizedTest
    @CsvSource({
        // runs, proven, mean, 5 %, 95 %: Beta(1,1) is flat; Beta(1,2) has 1-(1-x)^2; Beta(2,1) has x^2; Beta(1,11) has
        // 1-(1-x)^11
        "0, 0, 0.5, 0.05, 0.95",
        "1, 0, 0.333333, 0.025321, 0.776393",
        "1, 1, 0.666667, 0.223607, 0.974679",
        "10, 0, 0.083333, 0.004652, 0.238404",
        "2, 1, 0.5, 0.135350, 0.864650",
    })
    void meanAndRange(long runs, long proven, double mean, double low, double high) {
        SuccessRate rate = SuccessRate.of(runs, proven);

        assertThat(rate.mean()).isCloseTo(mean, within(1e-6));
        assertThat(rate.low()).isCloseTo(low, within(1e-6));
        assertThat(rate.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void manyRunsMakeItSureAndNeverOverflow() {
        SuccessRate rate = SuccessRate.of(200, 150);

        assertThat(rate.low()).isBetween(0.69, 0.70);
        assertThat(rate.high()).isBetween(0.79, 0.80);
        assertThat(SuccessRate.of(100_000, 100_000).low()).isGreaterThan(0.9999);
    }

    @Test
    void moreProvenThanRunIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> SuccessRate.of(1, 2));
    }
}
