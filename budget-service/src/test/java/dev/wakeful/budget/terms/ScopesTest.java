package dev.wakeful.budget.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-1, BUD-2 */
class ScopesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Scopes scopes = new Scopes(TestSettings.in("UTC"), TestSettings.alerts());

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

    /** BUD-1: 40 % automatic, 50 % approved, the rest is kept back for emergencies. */
    @Test
    void eachFundingHasItsPartOfTheDay() {
        assertThat(limits(Funding.AUTOMATIC, NOON, "day")).containsExactly("day=$100.00", "day-automatic=$40.00");
        assertThat(limits(Funding.APPROVED, NOON, "day")).containsExactly("day=$100.00", "day-approved=$50.00");
        assertThat(limits(Funding.EMERGENCY, NOON, "day")).containsExactly("day=$100.00");
    }

    /** BUD-1: $25, of which $5 are a reserve. */
    @Test
    void onlyEmergenciesUseTheReserveOfTheNight() {
        assertThat(limits(Funding.AUTOMATIC, MIDNIGHT, "night")).containsExactly("night=$20.00");
        assertThat(limits(Funding.APPROVED, MIDNIGHT, "night")).containsExactly("night=$20.00");
        assertThat(limits(Funding.EMERGENCY, MIDNIGHT, "night")).containsExactly("night=$25.00");
    }

    /** MODE-4, LIM-1: all are paused at their share of the ordinary day, and shares are told of what there is. */
    @Test
    void onlyEmergenciesUseTheArmedEmergencyCap() {
        Caps armed = Caps.of(TestSettings.in("UTC", true));

        assertThat(limits(Funding.EMERGENCY, armed, "day")).containsExactly("day=$200.00");
        assertThat(limits(Funding.APPROVED, armed, "day")).containsExactly("day=$100.00", "day-approved=$50.00");
        assertThat(limits(Funding.AUTOMATIC, armed, "day")).containsExactly("day=$100.00", "day-automatic=$40.00");
        assertThat(day(Funding.AUTOMATIC, armed).pausePercent()).isEqualTo(45);
        assertThat(day(Funding.AUTOMATIC, armed).cap())
                .isEqualTo(day(Funding.EMERGENCY, armed).cap());
    }

    private Scope day(Funding funding, Caps caps) {
        return scopes
                .of(new SwarmId("swarm-1"), new RepositoryName("acme/shop"), funding, caps, NOON, HALF_HOUR)
                .stream()
                .filter(scope -> scope.name().startsWith("day:"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> limits(Funding funding, Caps caps, String prefix) {
        return names(
                scopes.of(new SwarmId("swarm-1"), new RepositoryName("acme/shop"), funding, caps, NOON, HALF_HOUR),
                prefix);
    }

    /** BUD-5: 90 % pauses new work, 99 % leaves only emergencies, 100 % nothing. */
    @Test
    void theMoreUrgentTheLaterItIsPaused() {
        assertThat(pausing(Funding.AUTOMATIC)).containsOnly(90);
        assertThat(pausing(Funding.APPROVED)).containsOnly(99);
        assertThat(pausing(Funding.EMERGENCY)).containsOnly(100);
    }

    private List<Integer> pausing(Funding funding) {
        return of(scopes, funding, MIDNIGHT).stream()
                .filter(scope -> scope.name().matches("(day|night|week|organisation):.*"))
                .map(Scope::pausePercent)
                .toList();
    }

    private List<String> limits(Funding funding, Instant at, String prefix) {
        return names(of(scopes, funding, at), prefix);
    }

    private static List<String> names(List<Scope> scopes, String prefix) {
        return scopes.stream()
                .filter(scope -> scope.name().startsWith(prefix))
                .map(scope -> scope.name().substring(0, scope.name().indexOf(':')) + "=" + scope.limit())
                .toList();
    }

    private Scope named(String kind, Instant at) {
        return at(at).stream()
                .filter(scope -> scope.name().startsWith(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Scope> at(Instant now) {
        return of(scopes, Funding.AUTOMATIC, now);
    }

    private static List<Scope> of(Scopes scopes, Funding funding, Instant now) {
        Caps caps = Caps.of(TestSettings.in("UTC"));
        return scopes.of(new SwarmId("swarm-1"), new RepositoryName("acme/shop"), funding, caps, now, HALF_HOUR);
    }
}
