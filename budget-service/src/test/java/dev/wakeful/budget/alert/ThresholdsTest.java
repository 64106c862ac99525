package dev.wakeful.budget.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-5 */
class ThresholdsTest {

    private static final List<Integer> PERCENTS = List.of(25, 50, 75, 90, 95, 99, 100);

    @Test
    void aThresholdIsCrossedByTheAmountThatReachesIt() {
        assertThat(crossed(0, 24)).isEmpty();
        assertThat(crossed(24, 25)).containsExactly(25);
        assertThat(crossed(25, 49)).isEmpty();
        assertThat(crossed(20, 100)).containsExactly(25, 50, 75, 90, 95, 99, 100);
        assertThat(crossed(100, 120)).isEmpty();
        assertThat(crossed(60, 40)).isEmpty();
    }

    @Test
    void aCapOfNothingHasNoShares() {
        assertThat(Thresholds.crossed(PERCENTS, Money.ZERO, Money.micros(5), Money.ZERO))
                .isEmpty();
    }

    private static List<Integer> crossed(long before, long after) {
        return Thresholds.crossed(PERCENTS, Money.micros(before), Money.micros(after), Money.micros(100));
    }

    /** What the others go by is told whatever the policy lists. */
    @Test
    void theSharesAtWhichWorkPausesAreAlwaysAmongThem() {
        assertThat(new AlertProperties(List.of(50), 80, 99).percents()).containsExactly(50, 80, 99, 100);
        assertThatThrownBy(() -> new AlertProperties(List.of(101), 90, 99))
                .hasMessageContaining("percents must be 1 to 100");
        assertThatThrownBy(() -> new AlertProperties(List.of(50), 99, 98)).hasMessageContaining("at most");
    }
}
