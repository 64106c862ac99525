package dev.wakeful.planner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Money;
import dev.wakeful.planner.PlannerProperties;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {

    @ParameterizedTest
    @CsvSource({"PT30M, 8000, 240000", "PT1S, 8000, 134", "PT0.001S, 1, 1", "PT4H, 8000, 1920000", "PT30M, 0, 0"})
    void theQuoteIsTheTimeAtThePriceOfMachineTimeRoundedUp(Duration time, long minuteMicros, long quote) {
        assertThat(Offer.price(time, minuteMicros)).isEqualTo(Money.micros(quote));
    }

    /** LIM-1 */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT4H1S"})
    void aTimeLimitBeyondTheHardLimitStopsTheStart(Duration timeLimit) {
        assertThatThrownBy(() -> new PlannerProperties(timeLimit, BigDecimal.ZERO, 2))
                .hasMessageContaining("wakeful.planner.time-limit")
                .hasMessageContaining("at most 4h");
    }

    /** BUD-4, BUD-7 */
    @Test
    void whatASwarmMaySpendOnModelsIsPartOfItsQuote() {
        PlannerProperties planner = new PlannerProperties(Duration.ofMinutes(30), new BigDecimal("2.000001"), 2);

        assertThat(Offer.quote(planner, 8000)).isEqualTo(Money.micros(2_240_001));
    }

    /** LIM-1 */
    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "50.01", "0.0000001"})
    void moneyForModelsBeyondTheHardLimitStopsTheStart(BigDecimal money) {
        assertThatThrownBy(() -> new PlannerProperties(Duration.ofMinutes(30), money, 2))
                .hasMessageContaining("wakeful.planner.model-money")
                .hasMessageContaining("0 to 50");
    }

    /** TRG-16, LIM-4 */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6})
    void attemptsWithoutABoundStopTheStart(int attempts) {
        assertThatThrownBy(() -> new PlannerProperties(Duration.ofMinutes(30), BigDecimal.ZERO, attempts))
                .hasMessageContaining("wakeful.planner.attempts")
                .hasMessageContaining("1 to 5");
    }

    @Test
    void attemptsAddUp() {
        assertThat(new Offer(Duration.ofMinutes(30), Money.micros(240_000), 2).forAttempts(2))
                .isEqualTo(Money.micros(480_000));
    }
}
