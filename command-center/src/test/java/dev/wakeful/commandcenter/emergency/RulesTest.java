package dev.wakeful.commandcenter.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** STOP-2, VER-7: each rule trips at its bound and not before. */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final SwarmId SWARM = SwarmId.make(NOW);

    private final Rules rules = new Rules(new StopProperties(20, 50, 3, Duration.ofMinutes(10)));

    /** STOP-2 */
    @Test
    void theDaysCapTripsWhenItIsReachedAndNoOtherCapDoes() {
        assertThat(rules.trip(cap("day:2026-11-20", 100))).isPresent();
        assertThat(rules.trip(cap("day:2026-11-20", 99))).isEmpty();
        assertThat(rules.trip(cap("hour:2026-11-20T03", 100))).isEmpty();
    }

    /** STOP-2 */
    @Test
    void overTwentySwarmsTrip() {
        assertThat(rules.trip(new Observation.AtWork(20, SWARM))).isEmpty();
        assertThat(rules.trip(new Observation.AtWork(21, SWARM))).isPresent();
    }

    /** STOP-2, LIM-1 */
    @Test
    void overFiftyAgentsTrip() {
        assertThat(rules.trip(new Observation.Agents(50, SWARM))).isEmpty();
        assertThat(rules.trip(new Observation.Agents(51, SWARM)))
                .hasValueSatisfying(trip -> assertThat(trip.reason()).contains("51 agents"));
    }

    /** STOP-2: a bound is made stricter by the operator, and never laxer. */
    @Test
    void aBoundCanOnlyBeLowered() {
        Rules strict = new Rules(new StopProperties(2, 4, 1, Duration.ofMinutes(1)));

        assertThat(strict.trip(new Observation.AtWork(3, SWARM))).isPresent();
        assertThat(strict.trip(new Observation.Agents(5, SWARM))).isPresent();
        assertThat(strict.trip(new Observation.NotProven(1, SWARM))).isPresent();
        assertThat(strict.trip(new Observation.ProviderAway("anthropic", NOW.minusSeconds(60), NOW)))
                .isPresent();
        assertThatThrownBy(() -> new StopProperties(21, 50, 3, Duration.ofMinutes(10)))
                .hasMessageContaining("stop.swarms must be 1 to 20");
        assertThatThrownBy(() -> new StopProperties(20, 51, 3, Duration.ofMinutes(10)))
                .hasMessageContaining("stop.agents must be 1 to 50");
        assertThatThrownBy(() -> new StopProperties(20, 50, 4, Duration.ofMinutes(10)))
                .hasMessageContaining("stop.failed-verifications must be 1 to 3");
        assertThatThrownBy(() -> new StopProperties(20, 50, 3, Duration.ofMinutes(11)))
                .hasMessageContaining("stop.provider-away must be 10s to 10m");
    }

    /** VER-7 */
    @Test
    void threeInARowThatProveNothingTrip() {
        assertThat(rules.trip(new Observation.NotProven(2, SWARM))).isEmpty();
        assertThat(rules.trip(new Observation.NotProven(3, SWARM))).isPresent();
    }

    /** STOP-2 */
    @Test
    void aProviderThatIsAwayForTenMinutesTrips() {
        assertThat(rules.trip(new Observation.ProviderAway("anthropic", NOW.minusSeconds(599), NOW)))
                .isEmpty();
        assertThat(rules.trip(new Observation.ProviderAway("anthropic", NOW.minusSeconds(600), NOW)))
                .isPresent();
    }

    /** STOP-2 */
    @Test
    void aGatewayThatIsSilentForTenMinutesTrips() {
        assertThat(rules.trip(new Observation.GatewayAway(NOW.minusSeconds(599), NOW)))
                .isEmpty();
        assertThat(rules.trip(new Observation.GatewayAway(NOW.minusSeconds(600), NOW)))
                .isPresent();
    }

    private static Observation cap(String scope, int percent) {
        return new Observation.CapUsed(scope, percent, Money.micros(1), Money.micros(1));
    }
}
