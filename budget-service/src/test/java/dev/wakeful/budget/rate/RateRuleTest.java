package dev.wakeful.budget.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** BUD-8 */
class RateRuleTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<PastSwarm> SIX_A_MINUTE = past(60, 60, 60);

    private final RateRule rule = new RateRule(new RateProperties(3, 20, 3, Duration.ofMinutes(1), 80));

    @Test
    void threeTimesTheUsualRateIsTooFast() {
        assertThat(after(Duration.ofMinutes(5), 89, SIX_A_MINUTE)).isEmpty();
        Trip trip = after(Duration.ofMinutes(5), 90, SIX_A_MINUTE).orElseThrow();

        assertThat(trip.spent()).isEqualTo(Money.micros(90));
        assertThat(trip.usual()).isEqualTo(Money.micros(30));
        assertThat(trip.reason()).contains("test of acme/shop");
    }

    @Test
    void whatIsUsualIsTheMedianSoThatOneOddSwarmDoesNotSetIt() {
        assertThat(after(Duration.ofMinutes(5), 95, past(1, 60, 10_000))).isPresent();
        assertThat(after(Duration.ofMinutes(5), 85, past(1, 60, 10_000))).isEmpty();
    }

    @Test
    void aBurstAtTheStartCountsAsSpentInTheShortestTime() {
        assertThat(after(Duration.ZERO, 17, SIX_A_MINUTE)).isEmpty();
        assertThat(after(Duration.ZERO, 18, SIX_A_MINUTE)).isPresent();
        assertThat(after(Duration.ofSeconds(-5), 17, SIX_A_MINUTE)).isEmpty();
    }

    @Test
    void withoutAHistoryNothingIsUsual() {
        assertThat(after(Duration.ZERO, 700, past(60, 60))).isEmpty();
    }

    @Test
    void spendingMostOfTheQuoteWithoutAStepTrips() {
        assertThat(sinceStep(800, 0)).isEmpty();
        assertThat(sinceStep(801, 0)).get().extracting(Trip::usual).isEqualTo(Money.micros(800));
        assertThat(sinceStep(801, 1)).isEmpty();
        assertThat(sinceStep(1_000, 150))
                .get()
                .extracting(Trip::reason)
                .asString()
                .contains("last step");
    }

    private Optional<Trip> after(Duration time, long spent, List<PastSwarm> past) {
        Spending spending =
                new Spending("acme/shop", "test", Money.micros(1_000_000), Money.micros(spent), Money.ZERO, START);
        return rule.trip(spending, past, START.plus(time));
    }

    private Optional<Trip> sinceStep(long spent, long atLastStep) {
        Spending spending = new Spending(
                "acme/shop", "test", Money.micros(1_000), Money.micros(spent), Money.micros(atLastStep), START);
        return rule.trip(spending, List.of(), START);
    }

    /** Each in ten minutes. */
    private static List<PastSwarm> past(long... micros) {
        return LongStream.of(micros)
                .mapToObj(spent -> new PastSwarm(Money.micros(spent), Duration.ofMinutes(10)))
                .toList();
    }
}
