package dev.wakeful.budget.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BUD-6, BUD-9: what a job of a CI system costs. */
class CiBillTest {

    private static final CiProperties PRICES = new CiProperties(8_000, Duration.ofHours(6));

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT0.000000001S,1", "PT1M,1", "PT1M0.001S,2", "PT3M18S,4", "PT6H,360"})
    void eachBegunMinuteCounts(Duration took, long minutes) {
        assertThat(CiBill.of(took, PRICES)).isEqualTo(new CiBill(minutes, true, Money.micros(minutes * 8_000)));
    }

    @Test
    void whatNobodyKnowsCountsAsTheLongest() {
        CiBill worst = new CiBill(360, false, Money.micros(2_880_000));

        assertThat(CiBill.of(null, PRICES)).isEqualTo(worst);
        assertThat(CiBill.of(Duration.ofSeconds(-1), PRICES)).isEqualTo(worst);
        assertThat(CiBill.of(Duration.ofHours(6).plusMillis(1), PRICES)).isEqualTo(worst);
    }

    @Test
    void minutesThatCostNothingAreStillMinutes() {
        assertThat(CiBill.of(Duration.ofMinutes(5), new CiProperties(0, Duration.ofHours(6))))
                .isEqualTo(new CiBill(5, true, Money.ZERO));
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThatThrownBy(() -> new CiProperties(-1, Duration.ofHours(6)))
                .hasMessageContaining("ci.minute-micros must be 0 to 1000000");
        assertThatThrownBy(() -> new CiProperties(8_000, Duration.ofDays(36)))
                .hasMessageContaining("ci.longest-job must be 1m to 35d");
    }
}
