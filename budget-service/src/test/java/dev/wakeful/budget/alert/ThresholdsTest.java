package dev.wakeful.budget.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-5 */
class ThresholdsTest {

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
        assertThat(Thresholds.crossed(Money.ZERO, Money.micros(5), Money.ZERO)).isEmpty();
    }

    private static List<Integer> crossed(long before, long after) {
        return Thresholds.crossed(Money.micros(before), Money.micros(after), Money.micros(100));
    }
}
