package dev.wakeful.commandcenter.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** STOP-2, VER-7: each rule trips at its bound and not before. */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final SwarmId SWARM = SwarmId.make(NOW);

    /** STOP-2 */
    @Test
    void theDaysCapTripsWhenItIsReachedAndNoOtherCapDoes() {
        assertThat(Rules.trip(cap("day:2026-11-20", 100))).isPresent();
        assertThat(Rules.trip(cap("day:2026-11-20", 99))).isEmpty();
        assertThat(Rules.trip(cap("hour:2026-11-20T03", 100))).isEmpty();
    }

    /** STOP-2 */
    @Test
    void overTwentySwarmsTrip() {
        assertThat(Rules.trip(new Observation.AtWork(20, SWARM))).isEmpty();
        assertThat(Rules.trip(new Observation.AtWork(21, SWARM))).isPresent();
    }

    /** VER-7 */
    @Test
    void threeInARowThatProveNothingTrip() {
        assertThat(Rules.trip(new Observation.NotProven(2, SWARM))).isEmpty();
        assertThat(Rules.trip(new Observation.NotProven(3, SWARM))).isPresent();
    }

    /** STOP-2 */
    @Test
    void aProviderThatIsAwayForTenMinutesTrips() {
        assertThat(Rules.trip(new Observation.ProviderAway("anthropic", NOW.minusSeconds(599), NOW)))
                .isEmpty();
        assertThat(Rules.trip(new Observation.ProviderAway("anthropic", NOW.minusSeconds(600), NOW)))
                .isPresent();
    }

    private static Observation cap(String scope, int percent) {
        return new Observation.CapUsed(scope, percent, Money.micros(1), Money.micros(1));
    }
}
