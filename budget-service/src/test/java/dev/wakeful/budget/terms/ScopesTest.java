package dev.wakeful.budget.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-1, BUD-2 */
class ScopesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");

    private final Scopes scopes = new Scopes(TestSettings.in("UTC"));

    @Test
    void byDayEveryCapButTheNightsApplies() {
        assertThat(at(NOON))
                .extracting(Scope::name, Scope::limit)
                .containsExactly(
                        tuple("swarm:swarm-1", Money.dollars(50)),
                        tuple("organisation:2026-11", Money.dollars(2000)),
                        tuple("week:2026-W47", Money.dollars(500)),
                        tuple("day:2026-11-20", Money.dollars(100)),
                        tuple("day-automatic:2026-11-20", Money.dollars(40)),
                        tuple("repository:acme/shop:2026-11-20", Money.dollars(40)),
                        tuple("hour:2026-11-20T12", Money.dollars(20)));
    }

    @Test
    void atNightItsReserveIsKeptBackAndTheHourIsSmaller() {
        assertThat(at(MIDNIGHT))
                .extracting(Scope::name, Scope::limit)
                .contains(
                        tuple("night:2026-11-20", Money.dollars(20)),
                        tuple("day:2026-11-21", Money.dollars(100)),
                        tuple("hour:2026-11-21T00", Money.dollars(5)));
    }

    @Test
    void whatIsFullIsAskedAgainWhenItsWindowEnds() {
        Money amount = Money.dollars(3);

        assertThat(named("day:", NOON).retryAt(amount)).isEqualTo(MIDNIGHT);
        assertThat(named("hour:", NOON).retryAt(amount)).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(named("night:", MIDNIGHT).retryAt(amount)).isEqualTo(MORNING);
        assertThat(named("swarm:", NOON).retryAt(amount)).isEqualTo(Scope.NEVER);
    }

    @Test
    void whatIsLargerThanTheCapItselfWaitsForALargerCap() {
        Money amount = Money.dollars(24);

        assertThat(named("hour:", MIDNIGHT).retryAt(amount)).isEqualTo(MORNING);
        assertThat(named("night:", MIDNIGHT).retryAt(amount)).isEqualTo(MORNING);
        assertThat(named("hour:", NOON).retryAt(amount)).isEqualTo(Scope.NEVER);
    }

    private Scope named(String kind, Instant at) {
        return at(at).stream()
                .filter(scope -> scope.name().startsWith(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Scope> at(Instant now) {
        return scopes.of(new SwarmId("swarm-1"), new RepositoryName("acme/shop"), now);
    }
}
